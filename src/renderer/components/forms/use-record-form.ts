import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Ask } from '../../api/client.ts';
import { useAsk, type Asking } from '../../api/use-ask.ts';
import { useDraft, type Draft } from '../../api/use-draft.ts';
import { useUndoToast } from '../use-undo-toast.ts';
import { showIssues } from './show-issues.ts';
import { useSchemaForm } from './use-schema-form.ts';

interface Saved {
  readonly id: string;
  readonly changeSetId: string | null;
}

export interface RecordFormState<Input extends FieldValues, Output, Failed extends Failure> {
  readonly form: UseFormReturn<Input, unknown, Output>;
  readonly draft: Draft;
  readonly save: Pick<Asking<never, Saved, Failed>, 'pending' | 'failure'>;
  readonly submit: (fields: Output) => Promise<void>;
}

/**
 * The form of one record: what is typed is kept as a draft; saving tells, with an undo, and leads
 * on; what the vault finds wrong stands at its field, and anything else over the buttons.
 */
export function useRecordForm<Input extends FieldValues, Output, Failed extends Failure>(options: {
  readonly schema: z.ZodType<Output, Input>;
  readonly values: NoInfer<Input>;
  /** The stored record being edited, or null for a new one. */
  readonly id: string | null;
  readonly draft: Parameters<typeof useDraft<Input, unknown, Output>>[1];
  readonly save: Ask<{ readonly id: string | null; readonly fields: Output }, Saved, Failed>;
  readonly savedWords: string;
  readonly onSaved: (id: string) => Promise<void>;
}): RecordFormState<Input, Output, Failed> {
  const form = useSchemaForm(options.schema, options.values);
  const draft = useDraft(form, options.draft);
  const save = useAsk(options.save);
  const done = useUndoToast();

  const submit = async (fields: Output): Promise<void> => {
    const outcome = await save.ask({ id: options.id, fields });
    if (!outcome.ok) {
      if (showIssues(form, outcome.failure)) save.dismiss();
      return;
    }
    await draft.finish();
    done(options.savedWords, outcome.value.changeSetId);
    await options.onSaved(outcome.value.id);
  };
  return { form, draft, save, submit };
}
