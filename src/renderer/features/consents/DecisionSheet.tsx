import { useMemo, useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../shared/contract/define.ts';
import type { Calls } from '../../../shared/contract/contract.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { localToday } from '../../i18n/local-today.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { emptyDecision, type NewDecision } from './form-values.ts';
import styles from './consents.module.css';

export type Recorded = ResultOf<Calls['consents']['record']>;

export interface DecisionSheetProps {
  readonly contactId: string;
  readonly contactLabel?: string | undefined;
  /** What is chosen to begin with; null keeps the sheet closed. */
  readonly start: Omit<NewDecision, 'today'> | null;
  readonly onClose: () => void;
}

/**
 * "Record a decision", from any view. Where the decision touches work under way, it says so before
 * it closes: actions now without consent, and bundles already handed out.
 */
export function DecisionSheet(props: DecisionSheetProps): ReactNode {
  const { contactId, contactLabel, start, onClose } = props;
  const { t } = useTranslation('consents');
  const [consequences, setConsequences] = useState<Recorded | null>(null);
  const values = useMemo(() => emptyDecision({ ...start, today: localToday() }), [start]);
  const close = (): void => {
    setConsequences(null);
    onClose();
  };
  const title =
    contactLabel === undefined ? t('record.title') : `${t('record.title')}: ${contactLabel}`;
  return (
    <Dialog
      kind="sheet"
      isOpen={start !== null}
      onClose={close}
      title={consequences === null ? title : t('after.title')}
      footer={
        consequences === null ? undefined : (
          <Button variant="primary" autoFocus onPress={close}>
            {t('after.understood')}
          </Button>
        )
      }
    >
      {start !== null && consequences === null && (
        <DecisionForm
          contactId={contactId}
          values={values}
          onCancel={close}
          onRecorded={(recorded) => {
            const touches =
              recorded.actionsNowWithoutConsent.length > 0 || recorded.bundlesAlreadyOut.length > 0;
            if (touches) setConsequences(recorded);
            else close();
          }}
        />
      )}
      {consequences !== null && <Consequences recorded={consequences} />}
    </Dialog>
  );
}

function Consequences({ recorded }: { readonly recorded: Recorded }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  return (
    <div className={styles['column']} role="alert">
      {recorded.actionsNowWithoutConsent.length > 0 && (
        <Banner tone="danger" title={t('after.actions')}>
          <ul>
            {recorded.actionsNowWithoutConsent.map((action) => (
              <li key={action.id}>
                <Link to="/actions/$id" params={{ id: action.id }} dir="auto">
                  {action.title}
                </Link>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {recorded.bundlesAlreadyOut.length > 0 && (
        <Banner tone="warning" title={t('after.bundles')}>
          <ul>
            {recorded.bundlesAlreadyOut.map((bundle) => (
              <li key={bundle.id}>
                <bdi>
                  {t('after.bundle', {
                    name: bundle.counterpartName,
                    date: format.instant(bundle.at),
                  })}
                </bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
