import { useState, type ReactNode } from 'react';
import { LifeBuoy, ListChecks, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArgOf } from '../../../shared/contract/define.ts';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { RescueReport } from '../../../shared/contract/session.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useProgress } from '../../api/use-progress.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { RescueFindings } from './RescueFindings.tsx';
import { Part } from './StoreFailureScreen.tsx';
import styles from './DoorFrame.module.css';

export interface RescueScreenProps {
  readonly secret: ArgOf<Calls['session']['rescue']>['secret'];
  /** What was read has taken the damaged file's place: the vault can be opened. */
  readonly onKept: () => void;
  readonly onLeave: () => void;
}

/** Reads what can still be read of a damaged vault, reports, and asks whether to go on with it. */
export function RescueScreen({ secret, onKept, onLeave }: RescueScreenProps): ReactNode {
  const { t } = useTranslation('door');
  const [report, setReport] = useState<RescueReport | null>(null);
  const rescue = useAsk(client.session.rescue);
  const finish = useAsk(client.session.finishRescue);
  const { progress, reset } = useProgress('rescue');

  const start = async (): Promise<void> => {
    reset();
    const outcome = await rescue.ask({ secret });
    if (outcome.ok) setReport(outcome.value);
  };
  const end = async (keep: boolean): Promise<void> => {
    const outcome = await finish.ask({ keep });
    if (!outcome.ok) return;
    if (keep) onKept();
    else onLeave();
  };

  if (report !== null) {
    return (
      <DoorFrame key="report" title={t('rescue.reportTitle')} isWide>
        <div className={styles['stack']}>
          <RescueFindings report={report} />
          <p>{t('rescue.keepNote')}</p>
          <ErrorNotice error={finish.failure} />
          <div className={styles['buttons']}>
            <Button onPress={() => void end(false)} isDisabled={finish.pending}>
              {t('rescue.drop')}
            </Button>
            <Button variant="primary" isPending={finish.pending} onPress={() => void end(true)}>
              {t('rescue.keep')}
            </Button>
          </div>
        </div>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame
      title={t('rescue.title')}
      lead={t('rescue.lead')}
      isWide
      icon={
        <span className={styles['failIcon']}>
          <LifeBuoy aria-hidden />
        </span>
      }
    >
      <div className={styles['stack']}>
        <Part icon={<ListChecks aria-hidden />} title={t('rescue.how')}>
          {t('rescue.howText')}
        </Part>
        <Part icon={<ShieldCheck aria-hidden />} title={t('screen.safe')}>
          {t('rescue.safe')}
        </Part>
        {rescue.pending && (
          <ProgressBar
            label={t('rescue.progress')}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
          />
        )}
        <ErrorNotice error={rescue.failure} />
        <div className={styles['buttons']}>
          <Button onPress={onLeave} isDisabled={rescue.pending}>
            {t('rescue.back')}
          </Button>
          <Button variant="primary" isPending={rescue.pending} onPress={() => void start()}>
            {t('rescue.start')}
          </Button>
        </div>
      </div>
    </DoorFrame>
  );
}
