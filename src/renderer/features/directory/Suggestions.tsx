import type { ReactNode } from 'react';
import { BookOpenText, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import type { SUGGESTIONS } from './suggestions.ts';
import styles from './directory.module.css';

/** The organisations that the policy paper names, to be added by those who know them. */
export function Suggestions({
  suggestions,
}: {
  readonly suggestions: readonly (typeof SUGGESTIONS)[number][];
}): ReactNode {
  const { t } = useTranslation('directory');
  if (suggestions.length === 0) return null;
  return (
    <Card title={t('suggest.title')} icon={BookOpenText}>
      <p className={styles['muted']}>{t('suggest.intro')}</p>
      <ul className={styles['suggestions']}>
        {suggestions.map(({ id, name }) => (
          <li key={id} className={styles['suggestion']}>
            <div>
              <p className={styles['suggestedName']}>{name}</p>
              <p className={styles['muted']}>{t(`suggest.${id}`)}</p>
            </div>
            <ButtonLink
              to="/contacts/new"
              search={{ entry: id }}
              size="sm"
              icon={Plus}
              aria-label={t('suggest.addNamed', { name })}
            >
              {t('suggest.add')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
