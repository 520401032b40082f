import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { Consequences, hasConsequences, type Recorded } from './Consequences.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { emptyDecision, type DecisionStart } from './form-values.ts';

export interface DecisionSheetProps {
  readonly contactId: string;
  readonly contactLabel?: string | undefined;
  /** What is chosen to begin with; null keeps the sheet closed. */
  readonly start: DecisionStart | null;
  readonly onClose: () => void;
}

/**
 * "Record a decision", or renew a consent, from any view. Where the decision touches work under
 * way, it says so before it closes: actions now without consent, and what was handed out already.
 */
export function DecisionSheet(props: DecisionSheetProps): ReactNode {
  const { contactId, contactLabel, start, onClose } = props;
  const { t } = useTranslation('consents');
  const navigate = useNavigate();
  const [consequences, setConsequences] = useState<Recorded | null>(null);
  const values = useMemo(() => emptyDecision({ ...start, today: localToday() }), [start]);
  const close = (): void => {
    setConsequences(null);
    onClose();
  };
  const what = t(values.renews.length > 0 ? 'renew.title' : 'record.title');
  const title = contactLabel === undefined ? what : `${what}: ${contactLabel}`;
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
          onRecorded={(recorded, isToBeForgotten) => {
            if (isToBeForgotten) {
              close();
              void navigate({ to: '/contacts/$id/forget', params: { id: contactId } });
            } else if (hasConsequences(recorded)) setConsequences(recorded);
            else close();
          }}
        />
      )}
      {consequences !== null && <Consequences recorded={consequences} />}
    </Dialog>
  );
}
