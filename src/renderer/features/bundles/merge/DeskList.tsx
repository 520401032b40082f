import type { ReactNode } from 'react';
import { CircleDashed, Combine, FileInput, House, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StatusPill } from '../../../components/StatusPill.tsx';
import { VirtualList } from '../../../components/VirtualList.tsx';
import { useLabel } from '../../../i18n/use-label.ts';
import type { MergeChoice } from '../../../../shared/contract/bundles.ts';
import type { DeskRow } from './desk.ts';
import type { DeskInUse } from './use-desk.ts';
import { useConflictName } from './use-conflict-name.ts';
import styles from './merge.module.css';

const ICONS: Record<MergeChoice, LucideIcon> = { mine: House, theirs: FileInput, both: Combine };

/** Everything both sides changed, by whom it is about, each with what was chosen. */
export function DeskList({ inUse }: { readonly inUse: DeskInUse }): ReactNode {
  const { t } = useTranslation('merge');
  const { rows, desk, index, goTo } = inUse;
  return (
    <div className={styles['list']}>
      <VirtualList
        label={t('list.label')}
        items={rows}
        keyOf={({ conflict }) => conflict.key}
        rowSize={3.5}
        active={{ index, onMove: goTo }}
        isSelected={({ conflict }) => conflict === inUse.shown}
        onOpen={(row) => goTo(rows.indexOf(row))}
        renderRow={(row) => <Row row={row} choice={desk.choices.get(row.conflict.key)} />}
      />
    </div>
  );
}

function Row(props: {
  readonly row: DeskRow;
  readonly choice: MergeChoice | undefined;
}): ReactNode {
  const { t } = useTranslation('merge');
  const label = useLabel();
  const name = useConflictName();
  const { row, choice } = props;
  const { conflict, heading } = row;
  return (
    <div role="gridcell" className={styles['row']}>
      {heading !== null && (
        <span className={styles['heading']}>
          <bdi>{heading === '' ? t('list.nobody') : heading}</bdi>
        </span>
      )}
      <span className={styles['rowLine']}>
        <span className={styles['rowWords']}>
          <span>{name(conflict)}</span>
          {conflict.record.type !== 'contact' && (
            <span className={styles['small']}>
              {label('recordType', conflict.record.type)} · <bdi>{conflict.label}</bdi>
            </span>
          )}
        </span>
        <StatusPill
          icon={choice === undefined ? CircleDashed : ICONS[choice]}
          tone={choice === undefined ? 'warning' : 'neutral'}
          isPlain
        >
          {t(`list.${choice ?? 'open'}`)}
        </StatusPill>
      </span>
    </div>
  );
}
