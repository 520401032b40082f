import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/bundles.ts';
import { VERIFIED_HOW } from '../../../shared/model/officer.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { FieldRow } from '../../components/forms/Form.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './officers.module.css';

type How = (typeof VERIFIED_HOW)[number];

export interface VerifyDialogProps {
  readonly officer: OfficerView;
  readonly onClose: () => void;
  /** A word differed: the card is not theirs. */
  readonly onDiffers: () => void;
}

/** Compares a fingerprint with the officer, word by word, over a channel the card did not bring. */
export function VerifyDialog({ officer, onClose, onDiffers }: VerifyDialogProps): ReactNode {
  const { t } = useTranslation(['officers', 'common']);
  const label = useLabel();
  const verify = useAsk(client.officers.verify);
  const done = useUndoToast();
  const [how, setHow] = useState<How | null>(null);
  const [on, setOn] = useState(localToday());
  const { name } = officer;

  const confirm = async (): Promise<void> => {
    if (how === null) return;
    const outcome = await verify.ask({ id: officer.id, how, on });
    if (!outcome.ok) return;
    done(t('verify.done', { name }), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Dialog
      kind="wide"
      isOpen
      onClose={onClose}
      title={t('verify.title', { name })}
      footer={
        <>
          <Button variant="danger" onPress={onDiffers}>
            {t('verify.differs')}
          </Button>
          <Button
            variant="primary"
            isDisabled={how === null}
            isPending={verify.pending}
            onPress={() => void confirm()}
          >
            {t('verify.same')}
          </Button>
        </>
      }
    >
      <div className={styles['column']}>
        <p>{t('verify.intro', { name })}</p>
        <ol className={styles['steps']}>
          <li>{t('verify.step1')}</li>
          <li>{t('verify.step2')}</li>
        </ol>
        <Fingerprint name={name} words={officer.fingerprintWords} />
        <FieldRow>
          <RadioGroup
            label={t('verify.how')}
            look="inline"
            isRequired
            value={how}
            onChange={setHow}
            options={VERIFIED_HOW.map((value) => ({ value, label: label('verifiedHow', value) }))}
          />
          <DateField
            label={t('verify.on')}
            isRequired
            maxDate={localToday()}
            value={on}
            onChange={(date) => setOn(date ?? localToday())}
          />
        </FieldRow>
        <ErrorNotice error={verify.failure} />
        <Banner tone="warning">{t('verify.differsBody')}</Banner>
      </div>
    </Dialog>
  );
}
