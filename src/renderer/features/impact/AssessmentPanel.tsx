import { useCallback, useState, type ReactNode } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CalendarClock, FileCheck2, Scale, ShieldAlert, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { AssessmentForm } from './AssessmentForm.tsx';
import { assessmentWords } from './assessment-words.ts';
import { FigureTables } from './FigureTables.tsx';
import { YearChoice } from './YearChoice.tsx';
import styles from './assessment.module.css';

const route = getRouteApi('/impact');

/** The assessment of one year: the document, and beside it what stays in the vault. */
export function AssessmentPanel(): ReactNode {
  const { t } = useTranslation(['assessment', 'documents']);
  const label = useLabel();
  const format = useFormat();
  const today = localToday();
  const { year = Number(today.slice(0, 4)) } = route.useSearch();
  const page = useCall(client.assessments.ofYear, { year });
  const [round, setRound] = useState(0);
  const { refetch } = page;
  const onMade = useCallback(async (): Promise<void> => {
    await refetch();
    setRound((before) => before + 1);
  }, [refetch]);
  if (page.error !== null) return <ErrorNotice error={page.error} />;
  if (page.data === undefined) return <Skeleton lines={8} />;
  const { years, state, madeOn, figures, narrative } = page.data;
  const words = assessmentWords(t, label, { year, madeOn: format.longDate(madeOn ?? today) });
  return (
    <div className={styles['column']}>
      <p className={styles['intro']}>{t('intro')}</p>
      <div className={styles['choice']}>
        <YearChoice year={year} years={years} />
      </div>
      <Banner
        tone={state === 'made' ? 'positive' : 'info'}
        icon={state === 'made' ? FileCheck2 : CalendarClock}
        actions={
          state === 'made' ? (
            <ButtonLink to="/bundles/statistics/$year" params={{ year: `${year}` }} size="sm">
              {t('documents:statistics.link')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t(`state.${state}`, {
          year,
          date: madeOn === null ? '' : format.date(madeOn),
        })}
      </Banner>
      <div className={styles['read']}>
        <div className={styles['column']}>
          {figures === null ? (
            <EmptyState
              icon={Scale}
              title={t('tooFewTitle')}
              actions={<ButtonLink to="/consents">{t('toConsents')}</ButtonLink>}
            >
              {t('tooFewBody')}
            </EmptyState>
          ) : (
            <>
              <AssessmentForm
                key={`${year} ${round}`}
                year={year}
                narrative={narrative}
                figures={figures}
                words={words}
                isOver={state !== 'running'}
                onMade={onMade}
              />
              <Card title={t('figures')} icon={Scale}>
                <FigureTables figures={figures} words={words} />
              </Card>
            </>
          )}
        </div>
        <aside className={styles['column']}>
          <WhoIsCounted page={page.data} />
          <OverridesOfYear page={page.data} />
        </aside>
      </div>
    </div>
  );
}

type PageData = (Awaited<ReturnType<typeof client.assessments.ofYear>> & { ok: true })['value'];

function WhoIsCounted({ page }: { readonly page: PageData }): ReactNode {
  const { t } = useTranslation('assessment');
  return (
    <Card
      title={t('who.title')}
      icon={Users}
      actions={
        <ButtonLink to="/consents" variant="quiet" size="sm">
          {t('who.ask')}
        </ButtonLink>
      }
    >
      <p>{t('who.counted', { count: page.counted })}</p>
      {page.notCounted.length > 0 && (
        <>
          <p className={styles['muted']}>{t('who.notCounted')}</p>
          <ul className={styles['reasons']}>
            {page.notCounted.map(({ why, contacts }) => (
              <li key={why}>
                <span>{t(`why.${why}`)}</span>
                <span className={styles['number']}>{contacts}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['muted']}>{t('who.stays')}</p>
    </Card>
  );
}

/** Every override of the year: in the vault's own list by name, in the document as a count. */
function OverridesOfYear({ page }: { readonly page: PageData }): ReactNode {
  const { t } = useTranslation('assessment');
  const format = useFormat();
  const label = useLabel();
  return (
    <Card title={t('overrides.title')} icon={ShieldAlert}>
      {page.overrides.length === 0 ? (
        <p className={styles['muted']}>{t('overrides.none')}</p>
      ) : (
        <ul className={styles['overrides']}>
          {page.overrides.map((override) => (
            <li key={`${override.actionId} ${override.on}`}>
              {override.status === null ? (
                <strong dir="auto">{override.title}</strong>
              ) : (
                <Link to="/actions/$id" params={{ id: override.actionId }} dir="auto">
                  {override.title}
                </Link>
              )}
              <span className={styles['muted']}>
                {`${label('actionType', override.type)} · ${format.date(override.on)} · `}
                <bdi>{override.authorisedBy}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
