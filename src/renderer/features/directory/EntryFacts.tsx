import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/model/contact.ts';
import { FactList } from '../../components/FactList.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './directory.module.css';

export interface EntryFactsProps {
  readonly entry: DirectoryEntry;
  readonly languages?: readonly string[] | undefined;
}

/** What an organisation offers, to whom, and how to reach it. */
export function EntryFacts({ entry, languages = [] }: EntryFactsProps): ReactNode {
  const { t } = useTranslation('directory');
  const label = useLabel();
  const format = useFormat();
  return (
    <>
      {entry.services.length === 0 ? (
        <p className={styles['muted']}>{t('noServices')}</p>
      ) : (
        <ul className={styles['services']} aria-label={t('form.services')}>
          {entry.services.map((service) => (
            <li key={service}>
              <Badge tone="accent">{label('offeredService', service)}</Badge>
            </li>
          ))}
        </ul>
      )}
      <FactList
        facts={[
          { label: t('covers'), value: entry.coverage && <bdi>{entry.coverage}</bdi> },
          { label: t('reach'), value: entry.howToReach && <bdi>{entry.howToReach}</bdi> },
          {
            label: t('speaks'),
            value: languages.length > 0 && format.list(languages.map(format.language)),
          },
          { label: t('note'), value: entry.note !== '' && <span dir="auto">{entry.note}</span> },
        ]}
      />
    </>
  );
}
