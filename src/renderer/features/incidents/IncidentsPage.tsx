import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FilterX, Plus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { monthOf, monthRange } from '../meetings/timeline.ts';
import { IncidentDensity } from './IncidentDensity.tsx';
import { IncidentFilters } from './IncidentFilters.tsx';
import { IncidentList, type IncidentFilter } from './IncidentList.tsx';
import type { IncidentsSearch } from './routes.tsx';
import styles from './incidents.module.css';

/** Every incident of the vault: when what was done to whom, and how far that is known. */
export function IncidentsPage(): ReactNode {
  const { t } = useTranslation('incidents');
  const search = useSearch({ from: '/incidents' });
  const navigate = useNavigate({ from: '/incidents' });
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  const change = (next: IncidentsSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const clear = (): void => void navigate({ search: {}, replace: true });

  return (
    <Page width="fill">
      <PageHeader
        title={t('title')}
        actions={
          <ButtonLink to="/incidents/new" variant="primary" icon={Plus}>
            {t('new')}
          </ButtonLink>
        }
      />
      <IncidentDensity
        month={chosenMonth(search)}
        risk={search.risk ?? null}
        onMonth={(month) =>
          change(month === null ? { from: undefined, to: undefined } : monthRange(month))
        }
        onRisk={(risk) => change({ risk: risk ?? undefined })}
      />
      <IncidentFilters search={search} onChange={change} onClear={clear} />
      <div className={styles['list']}>
        <IncidentList
          label={t('list.label')}
          filter={filterOf(search)}
          empty={
            isNarrowed ? (
              <EmptyState
                icon={FilterX}
                title={t('list.emptyFilteredTitle')}
                actions={<Button onPress={clear}>{t('list.emptyFilteredAction')}</Button>}
              >
                {t('list.emptyFilteredBody')}
              </EmptyState>
            ) : (
              <EmptyState
                icon={TriangleAlert}
                title={t('list.emptyTitle')}
                actions={
                  <ButtonLink to="/incidents/new" variant="primary">
                    {t('list.emptyAction')}
                  </ButtonLink>
                }
              >
                {t('list.emptyBody')}
              </EmptyState>
            )
          }
        />
      </div>
    </Page>
  );
}

/** The month that the period is, if it is one. */
function chosenMonth({ from, to }: IncidentsSearch): string | null {
  if (from === undefined || to === undefined) return null;
  const range = monthRange(monthOf(from));
  return range.from === from && range.to === to ? monthOf(from) : null;
}

function filterOf(search: IncidentsSearch): IncidentFilter {
  const { risk, act, verification, contact, from, to } = search;
  return {
    ...(risk === undefined ? {} : { risks: [risk] }),
    ...(act === undefined ? {} : { acts: [act] }),
    ...(verification === undefined ? {} : { verifications: [verification] }),
    ...(contact === undefined ? {} : { contactId: contact }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
