import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { GripVertical } from 'lucide-react';
import {
  Button,
  GridList,
  GridListItem,
  isTextDropItem,
  useDragAndDrop,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import type { ActionStatus } from '../../../shared/model/vocabulary/action.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { ActionCard, STATUS_ICONS } from './ActionCard.tsx';
import { boardColumns, type BoardColumn } from './board.ts';
import styles from './actions.module.css';

/** The type under which a dragged card names itself; only its identifier travels. */
const DRAG_TYPE = 'application/x-steady-state-action';

export interface BoardProps {
  readonly rows: readonly ActionRow[];
  readonly onMove: (row: ActionRow, status: ActionStatus) => void;
}

/**
 * Four columns by status. A card moves by its menu, by dragging, or by React Aria's keyboard
 * dragging (Enter on a card's drag action, Tab between columns, Enter to drop).
 */
export function Board({ rows, onMove }: BoardProps): ReactNode {
  const { t } = useTranslation('actions');
  return (
    <div className={styles['board']} role="group" aria-label={t('board.label')}>
      {boardColumns(rows).map((column) => (
        <Column key={column.status} column={column} all={rows} onMove={onMove} />
      ))}
    </div>
  );
}

interface ColumnProps {
  readonly column: BoardColumn;
  readonly all: readonly ActionRow[];
  readonly onMove: BoardProps['onMove'];
}

function Column({ column, all, onMove }: ColumnProps): ReactNode {
  const { t } = useTranslation('actions');
  const label = useLabel();
  const navigate = useNavigate();
  const { status } = column;
  const Icon = STATUS_ICONS[status];
  const name = label('actionStatus', status);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key) })),
    acceptedDragTypes: [DRAG_TYPE],
    getDropOperation: () => 'move',
    onRootDrop: (event) => {
      for (const item of event.items.filter(isTextDropItem)) {
        void item.getText(DRAG_TYPE).then((id) => {
          const row = all.find((one) => one.id === id);
          if (row !== undefined) onMove(row, status);
        });
      }
    },
  });

  return (
    <section className={styles['columnBox']} data-status={status}>
      <h2 className={styles['columnHead']}>
        <Icon aria-hidden />
        {name}
        <span className={styles['count']}>{column.rows.length}</span>
      </h2>
      <GridList
        aria-label={t('board.column', { status: name, count: column.rows.length })}
        className={styles['cards'] ?? ''}
        items={column.rows}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(id) => void navigate({ to: '/actions/$id', params: { id: String(id) } })}
        renderEmptyState={() => (
          <p className={styles['emptyColumn']}>{t(`board.emptyColumn.${status}`)}</p>
        )}
      >
        {(row) => (
          <GridListItem id={row.id} textValue={row.title} className={styles['cardItem'] ?? ''}>
            <ActionCard
              row={row}
              onMove={onMove}
              title={row.title}
              grip={
                <Button
                  slot="drag"
                  className={styles['grip'] ?? ''}
                  aria-label={t('card.drag', { title: row.title })}
                >
                  <GripVertical aria-hidden />
                </Button>
              }
            />
          </GridListItem>
        )}
      </GridList>
    </section>
  );
}
