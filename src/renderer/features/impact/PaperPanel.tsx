import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/Card.tsx';
import { type Place, PLACES, type PlaceName } from './paper-places.ts';
import { PAPER_MAP } from './paper-map.ts';
import styles from './paper.module.css';

/** Each sentence of the policy paper that asks something of a mission, and where it is done. */
export function PaperPanel(): ReactNode {
  const { t } = useTranslation('paper');
  return (
    <div className={styles['column']}>
      <p className={styles['intro']}>{t('intro')}</p>
      {PAPER_MAP.map(({ heading, asks }) => (
        <Card key={heading} title={heading} isFlush>
          <ul className={styles['asks']}>
            {asks.map(({ quote, places }) => (
              <li key={quote}>
                {/* The paper is in English, whatever the interface is in. */}
                <q lang="en-GB" dir="ltr" className={styles['quote']}>
                  {quote}
                </q>
                <ul className={styles['places']} aria-label={t('places')}>
                  {places.map((name) => (
                    <li key={name}>
                      <PlaceLink name={name} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function PlaceLink({ name }: { readonly name: PlaceName }): ReactNode {
  const { t } = useTranslation('paper');
  const { to, search }: Place = PLACES[name];
  return (
    <Link to={to} {...(search === undefined ? {} : { search: search as never })}>
      {t(`place.${name}`)}
    </Link>
  );
}
