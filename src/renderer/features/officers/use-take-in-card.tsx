import { useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { FileInput, ScanQrCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CARD_CODE_MAX_CHARS } from '../../../shared/model/officer.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { readCode } from './read-code.ts';

export interface TakeInCard {
  readonly buttons: ReactNode;
  /** Why nothing was taken in; null where there is nothing to say. */
  readonly notice: ReactNode;
}

/** Taking in a colleague's card: from a file, or from a picture of its code. */
export function useTakeInCard(): TakeInCard {
  const { t } = useTranslation('officers');
  const choose = useAsk(client.host.chooseFile);
  const importCard = useAsk(client.officers.importCard);
  const importCode = useAsk(client.officers.importCardCode);
  const done = useUndoToast();
  const [isReading, setReading] = useState(false);
  const [hasNoCode, setNoCode] = useState(false);

  const dismiss = (): void => {
    for (const asking of [choose, importCard, importCode]) asking.dismiss();
    setNoCode(false);
  };
  const fromFile = async (): Promise<void> => {
    dismiss();
    const file = await choose.ask({ purpose: 'open-card' });
    if (!file.ok) return;
    const outcome = await importCard.ask({ file: file.value.token });
    if (outcome.ok) done(t('imported'), outcome.value.changeSetId);
  };
  const fromPicture = async (picture: File | undefined): Promise<void> => {
    dismiss();
    if (picture === undefined) return;
    setReading(true);
    try {
      const code = await readCode(picture);
      if (code === null || code.length > CARD_CODE_MAX_CHARS) {
        setNoCode(true);
        return;
      }
      const outcome = await importCode.ask({ code });
      if (outcome.ok) done(t('imported'), outcome.value.changeSetId);
    } finally {
      setReading(false);
    }
  };
  const failure: Failure | null = importCard.failure ?? importCode.failure ?? choose.failure;

  return {
    buttons: (
      <>
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']}
          onSelect={(files) => void fromPicture(files?.[0])}
        >
          <Button icon={ScanQrCode} isPending={isReading || importCode.pending}>
            {t('importCode')}
          </Button>
        </FileTrigger>
        <Button icon={FileInput} isPending={importCard.pending} onPress={() => void fromFile()}>
          {t('import')}
        </Button>
      </>
    ),
    notice: hasNoCode ? (
      <Banner tone="warning" role="alert" onDismiss={dismiss}>
        {t('noCode')}
      </Banner>
    ) : (
      <ErrorNotice error={failure} onDismiss={dismiss} />
    ),
  };
}
