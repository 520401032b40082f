import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { Coverage } from './Coverage.tsx';
import { Ledger } from './Ledger.tsx';
import { Overview } from './Overview.tsx';
import { RHYTHM_TABS, type RhythmTab } from './routes.tsx';
import { Told } from './Told.tsx';

/** Steady-state contact: who is due, who has gone quiet, who is reached, what is owed and told. */
export function RhythmPage(): ReactNode {
  const { t } = useTranslation(['rhythm', 'meetings']);
  const { tab = 'overview' } = useSearch({ from: '/rhythm' });
  const navigate = useNavigate({ from: '/rhythm' });
  const panels: Readonly<Record<RhythmTab, ReactNode>> = {
    overview: <Overview />,
    coverage: <Coverage />,
    promises: <Ledger />,
    told: <Told />,
  };
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink to="/meetings/new" variant="primary" icon={CalendarPlus}>
            {t('meetings:new')}
          </ButtonLink>
        }
      />
      <Tabs
        label={t('title')}
        selected={tab}
        onSelect={(next) =>
          void navigate({
            search: { tab: RHYTHM_TABS.find((one) => one === next && one !== 'overview') },
            replace: true,
          })
        }
        items={RHYTHM_TABS.map((name) => ({
          id: name,
          label: t(`tab.${name}`),
          content: panels[name],
        }))}
      />
    </Page>
  );
}
