import type { ReactNode } from 'react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { AlarmClock, BellRing, Handshake, HandHeart, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './TodayPage.module.css';

interface Figure {
  readonly name: 'quiet' | 'overdue' | 'owed' | 'lapsing';
  readonly count: number;
  readonly icon: LucideIcon;
  readonly target: Pick<LinkProps, 'to' | 'search'>;
}

/** The day in four figures, each the way to the list behind it. */
export function Glance(props: {
  readonly counts: Readonly<Record<Figure['name'], number>>;
}): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { counts } = props;
  const figures: readonly Figure[] = [
    {
      name: 'quiet',
      count: counts.quiet,
      icon: BellRing,
      target: { to: '/rhythm', search: { filter: 'quiet' } as never },
    },
    {
      name: 'overdue',
      count: counts.overdue,
      icon: AlarmClock,
      target: { to: '/rhythm', search: { filter: 'overdue' } as never },
    },
    {
      name: 'owed',
      count: counts.owed,
      icon: Handshake,
      target: { to: '/rhythm', search: { tab: 'promises' } as never },
    },
    { name: 'lapsing', count: counts.lapsing, icon: HandHeart, target: { to: '/consents' } },
  ];
  return (
    <ul className={styles['glance']} aria-label={t('glance.label')}>
      {figures.map(({ name, count, icon: Icon, target }) => (
        <li key={name}>
          <Link
            {...(target as { to: '/consents' })}
            className={styles['figure']}
            data-nothing={count === 0 ? '' : undefined}
          >
            <Icon aria-hidden />
            <strong>{format.number(count)}</strong>
            <span>{t(`glance.${name}`, { count })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
