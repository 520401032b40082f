import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { MapPin, MapPinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ShareBar } from './ShareBar.tsx';
import styles from './rhythm.module.css';

const PERIODS = [3, 6, 12] as const;

/** Whether remote regions are reached as others are: shares of those contacted, and by place. */
export function Coverage(): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const [months, setMonths] = useState<number>(6);
  const { data, error } = useCall(client.rhythm.coverage, { months }, { keepPrevious: true });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Skeleton lines={6} blockSize="2rem" />;
  if (data.places.length === 0) {
    return (
      <EmptyState
        icon={MapPinOff}
        title={t('coverage.emptyTitle')}
        actions={<ButtonLink to="/contacts">{t('coverage.emptyAction')}</ButtonLink>}
      >
        {t('coverage.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['stack']}>
      <RadioGroup
        label={t('coverage.period')}
        isLabelHidden
        look="segmented"
        value={`${months}`}
        onChange={(next) => setMonths(Number(next))}
        options={PERIODS.map((count) => ({
          value: `${count}`,
          label: t('coverage.months', { count }),
        }))}
      />
      <Card title={t('coverage.compare', { since: format.date(data.since) })} icon={MapPin}>
        <dl className={styles['shares']}>
          {(['remote', 'notRemote'] as const).map((part) => (
            <div key={part} className={styles['share']}>
              <dt>{t(`coverage.${part}`)}</dt>
              <dd>
                {data[part].contacts === 0 ? (
                  t('coverage.nobody')
                ) : (
                  <ShareBar share={data[part]} isLarge />
                )}
              </dd>
            </div>
          ))}
        </dl>
        <p className={styles['quote']}>{t('coverage.paper')}</p>
      </Card>
      <Card title={t('coverage.places')} isFlush>
        <ScrollRegion label={t('coverage.places')} className={styles['tableScroll']} isSideways>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('coverage.place')}</th>
                <th scope="col">{t('coverage.region')}</th>
                <th scope="col">{t('coverage.contacted')}</th>
              </tr>
            </thead>
            <tbody>
              {data.places.map((place) => (
                <tr key={`${place.locality ?? ''}/${String(place.remote)}`}>
                  <th scope="row">
                    {place.locality === null ? (
                      t('coverage.unknown')
                    ) : (
                      <Link to="/contacts" search={{ text: place.locality }}>
                        <bdi>{place.locality}</bdi>
                      </Link>
                    )}
                  </th>
                  <td>
                    {place.remote && (
                      <span className={styles['sub']}>
                        <MapPin aria-hidden />
                        {t('row.remote')}
                      </span>
                    )}
                  </td>
                  <td>
                    <ShareBar share={place} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Card>
    </div>
  );
}
