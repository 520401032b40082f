import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { client } from '../../api/client.ts';
import { outdateDraftLists } from '../../api/draft-lists.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { answersDraft, type ContactAnswer } from '../entrustments/use-offer-answers.ts';
import type { Applied } from './ImportDone.tsx';
import type { MergeDraft } from './merge/merge-draft.ts';

export interface Import {
  readonly preview: ImportPreview | null;
  readonly applied: Applied | null;
  readonly isChoosing: boolean;
  readonly isOpening: boolean;
  readonly isApplying: boolean;
  /** Why the last file was not opened. */
  readonly openFailure: Failure | null;
  readonly applyFailure: Failure | null;
  readonly openFile: () => Promise<void>;
  /** Takes the opened bundle in, by these decisions and answers; true once it is. */
  readonly takeIn: (
    decisions: MergeDraft['decisions'],
    contacts: readonly ContactAnswer[],
  ) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** What was shown is not what holds any more: something was written here since. */
const OUTDATED: readonly Failure['kind'][] = ['bundle-conflicts', 'mass-deletion'];

/** A bundle from the choice of its file to its being taken in, with a way to take all of it back. */
export function useImport(): Import {
  const { t } = useTranslation('bundles');
  const choose = useAsk(client.host.chooseFile);
  const open = useAsk(client.bundles.open);
  const apply = useAsk(client.bundles.apply);
  const again = useAsk(client.bundles.preview);
  const queryClient = useQueryClient();
  const offerUndo = useUndoToast();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  useDismissOnLeave(applied === null ? (preview?.importId ?? null) : null);

  const openFile = async (): Promise<void> => {
    open.dismiss();
    const file = await choose.ask({ purpose: 'open-bundle' });
    if (!file.ok) return;
    const outcome = await open.ask({ file: file.value.token });
    if (outcome.ok) setPreview(outcome.value);
  };
  const takeIn: Import['takeIn'] = async (decisions, contacts) => {
    if (preview === null) return false;
    const { importId, bundleId, isMassDeletion } = preview;
    const outcome = await apply.ask({
      ...{ importId, decisions, contacts: [...contacts] },
      allowDeletions: isMassDeletion,
    });
    if (outcome.ok) {
      await client.drafts.discard(answersDraft(bundleId));
      await outdateDraftLists(queryClient);
      setApplied(outcome.value);
      offerUndo(t('import.done.title'), outcome.value.changeSetId);
    } else if (OUTDATED.includes(outcome.failure.kind)) {
      const now = await again.ask({ importId });
      if (now.ok) setPreview(now.value);
    }
    return outcome.ok;
  };
  const isGivenUp = open.failure?.kind === 'cancelled';
  const dismiss = (): void => {
    apply.dismiss();
    setPreview(null);
  };
  return {
    ...{ preview, applied, openFile, takeIn, dismiss },
    isChoosing: choose.pending,
    isOpening: open.pending,
    isApplying: apply.pending,
    // That it was given up is what the officer asked for.
    openFailure: isGivenUp ? null : (open.failure ?? choose.failure),
    applyFailure: apply.failure,
  };
}

/** Lets the vault drop an opened bundle as soon as it is taken in, put aside or left. */
function useDismissOnLeave(importId: string | null): void {
  useEffect(() => {
    if (importId === null) return;
    return () => void client.bundles.dismiss({ importId });
  }, [importId]);
}
