import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ContactField } from '../../components/fields/ContactField.tsx';
import { BacklashCheck } from './BacklashCheck.tsx';
import styles from './impact.module.css';

const route = getRouteApi('/impact');

/** The backlash check, of everyone or of one contact. */
export function BacklashPanel(): ReactNode {
  const { t } = useTranslation('impact');
  const { contact } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={styles['column']}>
      <p className={styles['intro']}>{t('backlash.intro')}</p>
      <div className={styles['choice']}>
        <ContactField
          label={t('backlash.of')}
          placeholder={t('backlash.ofAll')}
          value={contact ?? null}
          onChange={(next) =>
            void navigate({
              search: { tab: 'backlash', contact: next ?? undefined },
              replace: true,
            })
          }
        />
      </div>
      <BacklashCheck contactId={contact} />
    </div>
  );
}
