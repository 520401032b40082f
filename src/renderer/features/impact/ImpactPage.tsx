import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { ReviewsPanel } from '../reviews/ReviewsPanel.tsx';
import { AssessmentPanel } from './AssessmentPanel.tsx';
import { BacklashPanel } from './BacklashPanel.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { PledgesPanel } from './PledgesPanel.tsx';
import { IMPACT_TABS, type ImpactTab } from './routes.tsx';

const route = getRouteApi('/impact');

/** What came of what the mission did. */
export function ImpactPage(): ReactNode {
  const { t } = useTranslation('impact');
  const navigate = route.useNavigate();
  const { tab = 'reviews' } = route.useSearch();
  const panels: Readonly<Record<ImpactTab, ReactNode>> = {
    reviews: <ReviewsPanel />,
    backlash: <BacklashPanel />,
    pledges: <PledgesPanel />,
    assessment: <AssessmentPanel />,
    paper: <PaperPanel />,
  };
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs
        label={t('tabs')}
        selected={tab}
        onSelect={(next) =>
          void navigate({
            search: { tab: IMPACT_TABS.find((one) => one === next && one !== 'reviews') },
            replace: true,
          })
        }
        items={IMPACT_TABS.map((id) => ({ id, label: t(`tab.${id}`), content: panels[id] }))}
      />
    </Page>
  );
}
