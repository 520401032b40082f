import type { ReactNode } from 'react';
import { FileInput, FileText, GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../shared/contract/bundles.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FormBar } from '../../components/forms/Form.tsx';
import { OfferAnswers } from '../entrustments/OfferAnswers.tsx';
import { useOfferAnswers, type ContactAnswer } from '../entrustments/use-offer-answers.ts';
import { ArrivalNotice } from './ArrivalNotice.tsx';
import { DocumentView } from './documents/DocumentView.tsx';
import { ImportConsents } from './ImportConsents.tsx';
import { ImportContacts } from './ImportContacts.tsx';
import { ImportHeldBack } from './ImportHeldBack.tsx';
import { ImportErasures } from './ImportErasures.tsx';
import { ImportRemovals } from './ImportRemovals.tsx';
import { ImportSender } from './ImportSender.tsx';
import { useTakeInWords } from './use-take-in-words.ts';
import { ImportedDisputes } from '../consents/ImportedDisputes.tsx';
import styles from './bundles.module.css';

export interface ImportPreviewProps {
  readonly preview: Preview;
  readonly isApplying: boolean;
  readonly failure: Failure | null;
  readonly onApply: (answers: readonly ContactAnswer[]) => void;
  readonly onDesk: (answers: readonly ContactAnswer[]) => void;
  readonly onDismiss: () => void;
}

/** What an opened bundle would change, from whom it is, and how far that officer is trusted. */
export function ImportPreview(props: ImportPreviewProps): ReactNode {
  const { preview, isApplying, failure, onApply, onDesk, onDismiss } = props;
  const { t } = useTranslation(['bundles', 'documents', 'merge']);
  const words = useTakeInWords()(preview);
  const answers = useOfferAnswers(preview.bundleId);
  const answered = async (next: typeof onApply): Promise<void> => {
    const given = await answers.check();
    if (given !== null) next(given);
  };
  const open = preview.conflicts.length;
  const isReSigned = preview.sender.trust === 'key-differs';

  return (
    <section className={styles['column']} aria-label={t('import.preview.title')}>
      <h2 className={styles['stepTitle']}>{t('import.preview.title')}</h2>
      <ArrivalNotice arrival={preview.arrival} kind={preview.kind} />
      <ImportSender preview={preview} />
      {open > 0 && (
        <Banner
          tone="warning"
          icon={GitCompareArrows}
          title={t('import.preview.conflicts', { count: open })}
        >
          <p>{t('import.preview.conflictsBody')}</p>
        </Banner>
      )}
      <ImportRemovals preview={preview} />
      <ImportedDisputes changes={preview.consentChanges} />
      <ImportErasures preview={preview} />
      <ImportConsents changes={preview.consentChanges} />
      <ImportHeldBack {...preview} />
      {!preview.alreadyApplied && <OfferAnswers preview={preview} answers={answers} />}
      {preview.document === null ? (
        <ImportContacts preview={preview} />
      ) : (
        <Card title={t('documents:contents')} icon={FileText}>
          <DocumentView document={preview.document} contacts={preview.documentContacts} />
        </Card>
      )}
      <ErrorNotice error={failure} />
      <FormBar>
        <Button isDisabled={isApplying} onPress={onDismiss}>
          {t('import.preview.dismiss')}
        </Button>
        {!preview.alreadyApplied &&
          !isReSigned &&
          (open > 0 ? (
            <Button variant="primary" icon={GitCompareArrows} onPress={() => void answered(onDesk)}>
              {t('merge:desk.open', { count: open })}
            </Button>
          ) : (
            <Button
              variant={words.isRisky ? 'danger' : 'primary'}
              icon={FileInput}
              isPending={isApplying}
              onPress={() => void answered(onApply)}
            >
              {words.label}
            </Button>
          ))}
      </FormBar>
    </section>
  );
}
