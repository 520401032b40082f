import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import styles from './TodayPage.module.css';

const SHOWN_MAX = 6;

export interface TodayListProps<Item> {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly none: string;
  /** Undefined while not yet known. */
  readonly items: readonly Item[] | undefined;
  readonly error: Error | null;
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  readonly actions?: ReactNode;
}

/** A card with the first few of what is waiting, and how many more there are. */
export function TodayList<Item>(props: TodayListProps<Item>): ReactNode {
  const { t } = useTranslation('today');
  const { items, keyOf, render } = props;
  const rest = (items?.length ?? 0) - SHOWN_MAX;
  return (
    <Card title={props.title} icon={props.icon} actions={props.actions} isFlush>
      {props.error !== null && <ErrorNotice error={props.error} />}
      {items === undefined ? (
        props.error === null && (
          <div className={styles['none']}>
            <Skeleton lines={3} />
          </div>
        )
      ) : items.length === 0 ? (
        <p className={styles['none']}>{props.none}</p>
      ) : (
        <ul>
          {items.slice(0, SHOWN_MAX).map((item) => (
            <li key={keyOf(item)} className={styles['item']}>
              {render(item)}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <p className={styles['more']}>{t('more', { count: rest })}</p>}
    </Card>
  );
}
