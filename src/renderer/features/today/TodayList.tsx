import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/Card.tsx';
import styles from './TodayPage.module.css';

export interface TodayListProps<Item> {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly rows: readonly Item[];
  /** How many there are, these among them. */
  readonly total: number;
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  /** The way to all of them. */
  readonly actions?: ReactNode;
}

/** A card with the first few of what is waiting, and how many more there are; nothing for none. */
export function TodayList<Item>(props: TodayListProps<Item>): ReactNode {
  const { t } = useTranslation('today');
  const { rows, total, keyOf, render } = props;
  const rest = total - rows.length;
  if (total === 0) return null;
  return (
    <Card title={props.title} icon={props.icon} actions={props.actions} isFlush>
      <ul>
        {rows.map((item) => (
          <li key={keyOf(item)} className={styles['item']}>
            {render(item)}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles['more']}>{t('more', { count: rest })}</p>}
    </Card>
  );
}
