import type { ReactNode } from 'react';
import { CircleCheck, CircleDashed, CirclePlay, CircleX, MoveRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import { ACTION_STATUSES, type ActionStatus } from '../../../shared/model/vocabulary/action.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Menu } from '../../components/Menu.tsx';
import { DuePill } from '../../components/status-pills.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { GatePill } from './GatePill.tsx';
import styles from './actions.module.css';

export const STATUS_ICONS = {
  planned: CircleDashed,
  'in-progress': CirclePlay,
  done: CircleCheck,
  cancelled: CircleX,
} as const satisfies Record<ActionStatus, unknown>;

const SHOWN_SUBJECTS = 3;

export interface ActionCardProps {
  readonly row: ActionRow;
  readonly onMove: (row: ActionRow, status: ActionStatus) => void;
  /** The title: a link, or plain where the card as a whole opens. */
  readonly title: ReactNode;
  /** What a card is dragged by. */
  readonly grip?: ReactNode;
}

/** An action in short: what, for whom, by when, and whether consent is there. */
export function ActionCard({ row, onMove, title, grip }: ActionCardProps): ReactNode {
  const { t } = useTranslation('actions');
  const label = useLabel();
  const format = useFormat();
  const shown = row.subjects.slice(0, SHOWN_SUBJECTS).map((subject) => subject.label);
  const more = row.subjects.length - shown.length;
  const names = more > 0 ? [...shown, t('card.andMore', { count: more })] : shown;
  const isOpen = row.status === 'planned' || row.status === 'in-progress';
  return (
    <div className={styles['card']}>
      <div className={styles['cardHead']}>
        {grip}
        <span className={styles['type']}>{label('actionType', row.type)}</span>
        <Menu
          label={t('card.move', { title: row.title })}
          trigger={
            <IconButton
              icon={MoveRight}
              size="sm"
              label={t('card.move', { title: row.title })}
              className={styles['moveButton']}
            />
          }
          items={ACTION_STATUSES.filter((status) => status !== row.status).map((status) => ({
            id: status,
            label: t('card.moveTo', { status: label('actionStatus', status) }),
            icon: STATUS_ICONS[status],
            onAction: () => onMove(row, status),
          }))}
        />
      </div>
      <div className={styles['cardTitle']} dir="auto">
        {title}
      </div>
      <div className={styles['subjects']}>
        {names.length === 0 ? t('card.noSubject') : <bdi>{format.list(names)}</bdi>}
      </div>
      <div className={styles['pills']}>
        <GatePill row={row} />
        {isOpen && <DuePill dueOn={row.dueOn} />}
      </div>
    </div>
  );
}
