import type { ReactNode } from 'react';
import { AlarmClock, CalendarCheck, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BundleEntry } from '../../../shared/model/bundle-entry.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './bundles.module.css';

/** What a share is for, until when, whether it is over; and the button that takes it back. */
export function ShareState({ entry }: { readonly entry: BundleEntry }): ReactNode {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const revoke = useAsk(client.bundles.revokeShare);
  const done = useUndoToast();
  const { purpose, until, revokedOn, direction, counterpartName: name } = entry;
  if (purpose === null || until === null) return null;
  const isOver = until < localToday();

  const takeBack = async (): Promise<void> => {
    const outcome = await revoke.ask({ bundleId: entry.id });
    if (outcome.ok) done(t('register.takenBack', { name }), outcome.value.changeSetId);
  };

  return (
    <div className={styles['share']}>
      <bdi>{purpose}</bdi>
      {revokedOn !== null ? (
        <StatusPill icon={Undo2} isPlain>
          {t('register.revoked', { on: format.date(revokedOn) })}
        </StatusPill>
      ) : (
        <StatusPill
          icon={isOver ? AlarmClock : CalendarCheck}
          tone={isOver ? 'danger' : 'neutral'}
          isPlain
        >
          {t(isOver ? 'register.over' : 'register.until', { on: format.date(until) })}
        </StatusPill>
      )}
      {direction === 'out' && revokedOn === null && (
        <Button
          size="sm"
          icon={Undo2}
          isPending={revoke.pending}
          aria-label={t('register.takeBackNamed', { name, purpose })}
          onPress={() => void takeBack()}
        >
          {t('register.takeBack')}
        </Button>
      )}
      <ErrorNotice error={revoke.failure} onDismiss={revoke.dismiss} />
    </div>
  );
}
