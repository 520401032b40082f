import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './rhythm.module.css';

/** Everything one contact was told about our work, the newest first, with the logs it is from. */
export function ToldTimeline({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const { data, error } = useCall(client.rhythm.toldTo, { contactId });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.length === 0) return <p className={styles['sub']}>{t('told.nothing')}</p>;
  return (
    <ol className={styles['timeline']}>
      {data.map((one) => (
        <li key={one.meetingLogId}>
          <p className={styles['toldWhen']}>
            <time dateTime={one.on}>{format.date(one.on)}</time>
            <Link to="/meetings/$id" params={{ id: one.meetingLogId }} dir="auto">
              {one.title}
            </Link>
          </p>
          <p className={styles['toldText']} dir="auto">
            {one.told}
          </p>
        </li>
      ))}
    </ol>
  );
}
