import type { ReactNode } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { PurposeMatrix } from './PurposeMatrix.tsx';
import { RenewalList } from './RenewalList.tsx';
import styles from './consents.module.css';

const route = getRouteApi('/consents');

/** Consent over all contacts: what has to be asked again, and where everybody stands on a purpose. */
export function ConsentsPage(): ReactNode {
  const { t } = useTranslation('consents');
  const { purpose } = route.useSearch();
  const navigate = useNavigate({ from: '/consents' });
  return (
    <Page width={purpose === undefined ? 'normal' : 'fill'}>
      <PageHeader
        title={t('page.title')}
        lead={t(purpose === undefined ? 'due.intro' : 'byPurpose.intro')}
        actions={
          <>
            <RadioGroup
              label={t('page.view')}
              isLabelHidden
              look="segmented"
              value={purpose === undefined ? 'due' : 'byPurpose'}
              onChange={(view) =>
                void navigate({
                  search: { purpose: view === 'due' ? undefined : 'public-statement' },
                  replace: true,
                })
              }
              options={(['due', 'byPurpose'] as const).map((value) => ({
                value,
                label: t(`page.${value}`),
              }))}
            />
            <ButtonLink to="/overrides" icon={ShieldAlert}>
              {t('page.overrides')}
            </ButtonLink>
          </>
        }
      />
      {purpose === undefined ? (
        <div className={styles['column']}>
          <RenewalList />
        </div>
      ) : (
        <PurposeMatrix
          purpose={purpose}
          onPurpose={(next) => void navigate({ search: { purpose: next }, replace: true })}
        />
      )}
    </Page>
  );
}
