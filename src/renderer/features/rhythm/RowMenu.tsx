import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { CalendarClock, CalendarPlus, CalendarX, PhoneMissed, Waves } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RhythmRow } from '../../../shared/contract/rhythm.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';

export interface RowMenuProps {
  readonly row: RhythmRow;
  readonly onPlan: () => void;
  readonly onRhythm: () => void;
}

/** What can be done about one contact's rhythm: log, plan, note an attempt, set the rhythm. */
export function RowMenu({ row, onPlan, onRhythm }: RowMenuProps): ReactNode {
  const { t } = useTranslation('rhythm');
  const navigate = useNavigate();
  const attempt = useAsk(client.rhythm.noteAttempt);
  const plan = useAsk(client.rhythm.plan);
  const done = useUndoToast();

  const noteAttempt = async (): Promise<void> => {
    const arg = { contactId: row.id, on: localToday(), text: t('attemptText') };
    const outcome = await attempt.ask(arg);
    if (outcome.ok) done(t('toast.attempt', { name: row.label }), outcome.value.changeSetId);
  };
  const dropPlan = async (): Promise<void> => {
    const outcome = await plan.ask({ contactId: row.id, on: null, text: t('planText') });
    if (outcome.ok) done(t('toast.planDropped', { name: row.label }), outcome.value.changeSetId);
  };

  return (
    <>
      <Menu
        label={t('menu.label', { name: row.label })}
        items={[
          {
            id: 'log',
            label: t('menu.log'),
            icon: CalendarPlus,
            onAction: () => void navigate({ to: '/meetings/new', search: { contact: row.id } }),
          },
          {
            id: 'plan',
            label: row.plannedOn === null ? t('menu.plan') : t('menu.move'),
            icon: CalendarClock,
            onAction: onPlan,
          },
          ...(row.plannedOn === null
            ? []
            : [
                {
                  id: 'drop',
                  label: t('menu.drop'),
                  icon: CalendarX,
                  onAction: () => void dropPlan(),
                },
              ]),
          {
            id: 'attempt',
            label: t('menu.attempt'),
            icon: PhoneMissed,
            onAction: () => void noteAttempt(),
          },
          { id: 'rhythm', label: t('menu.rhythm'), icon: Waves, onAction: onRhythm },
        ]}
      />
      <ErrorNotice error={attempt.failure ?? plan.failure} />
    </>
  );
}
