import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../shared/contract/define.ts';
import type { calls } from '../../../shared/contract/contract.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { showToast } from '../../components/toasts.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { Agenda } from './Agenda.tsx';
import { byDayOf } from './by-day.ts';
import { DayList } from './DayList.tsx';
import { monthOf, stepFrom, weekOf, type DayStep } from './days.ts';
import { ENTRY_GROUPS, kindsOf } from './entry-groups.ts';
import { MonthGrid } from './MonthGrid.tsx';
import { CALENDAR_VIEWS, type CalendarSearch } from './routes.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekSheet } from './WeekSheet.tsx';
import styles from './calendar.module.css';

/** What is, was and is due when: a month or a week of it, and the chosen day in full. */
export function CalendarPage(): ReactNode {
  const { t } = useTranslation('calendar');
  const { view = 'month', day: chosen, show } = useSearch({ from: '/calendar' });
  const navigate = useNavigate({ from: '/calendar' });
  const { locale, month } = useMonths();
  const format = useFormat();
  const today = localToday();
  const day = chosen ?? today;
  const span = view === 'month' ? monthOf(day, locale) : weekOf(day, locale);
  const kinds = kindsOf(show);
  const { data, error, refetch } = useCall(
    client.calendar.between,
    { ...span, kinds },
    { keepPrevious: true },
  );
  const byDay = useMemo(() => byDayOf(data ?? []), [data]);
  const dayHead = useRef<HTMLHeadingElement>(null);

  const change = (search: Partial<CalendarSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  const step = (by: DayStep): void => change({ day: stepFrom(day, by, view, locale) });
  const Grid = view === 'month' ? MonthGrid : WeekGrid;
  const heading =
    view === 'month'
      ? month(day.slice(0, 7))
      : t('weekLabel', { from: format.date(span.from), to: format.date(span.to) });

  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<PrintWeek day={day} kinds={kinds} />}
      />
      <div className={styles['toolbar']}>
        <RadioGroup
          label={t('view')}
          isLabelHidden
          look="segmented"
          value={view}
          onChange={(next) => change({ view: next === 'month' ? undefined : next })}
          options={CALENDAR_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        <div className={styles['pager']}>
          <IconButton
            icon={ChevronLeft}
            label={t(`before.${view}`)}
            onPress={() => step('page-before')}
          />
          <p className={styles['heading']} aria-live="polite">
            {heading}
          </p>
          <IconButton
            icon={ChevronRight}
            label={t(`after.${view}`)}
            onPress={() => step('page-after')}
          />
        </div>
        <Button
          isDisabled={day === today && chosen === undefined}
          onPress={() => change({ day: undefined })}
        >
          {t('toToday')}
        </Button>
      </div>
      <div className={styles['filter']}>
        <ChoiceField
          label={t('filter')}
          value={show ?? []}
          onChange={(groups) => change({ show: groups.length === 0 ? undefined : groups })}
          options={ENTRY_GROUPS.map((value) => ({ value, label: t(`group.${value}`) }))}
        />
      </div>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} blockSize="2rem" />}
      {data !== undefined && (
        <>
          <div className={styles['board']} data-view={view}>
            <Grid
              span={span}
              day={day}
              byDay={byDay}
              onStep={step}
              onSelect={(next) => change({ day: next })}
              onOpen={() => dayHead.current?.focus()}
            />
            <DayList
              day={day}
              entries={byDay.get(day) ?? []}
              isToday={day === today}
              headRef={dayHead}
            />
          </div>
          <Agenda
            label={heading}
            byDay={byDay}
            today={today}
            month={view === 'month' ? day.slice(0, 7) : null}
          />
        </>
      )}
    </Page>
  );
}

type Printed = ResultOf<typeof calls.calendar.print>;

/** Prints the week of a day: the vault says what may be on paper, and puts down that it was. */
function PrintWeek(props: {
  readonly day: string;
  readonly kinds: ReturnType<typeof kindsOf>;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const { locale } = useMonths();
  const print = useAsk(client.calendar.print);
  const [sheet, setSheet] = useState<Printed | null>(null);
  const span = weekOf(props.day, locale);
  const unnamed = sheet?.unnamed ?? 0;
  const printed = useCallback(() => {
    setSheet(null);
    showToast({
      title: t('print.done'),
      detail: unnamed === 0 ? undefined : t('print.unnamed', { count: unnamed }),
    });
  }, [t, unnamed]);
  const start = async (): Promise<void> => {
    const outcome = await print.ask({ ...span, kinds: props.kinds });
    if (outcome.ok) setSheet(outcome.value);
  };
  return (
    <>
      <Button icon={Printer} isPending={print.pending} onPress={() => void start()}>
        {t('print.button')}
      </Button>
      <ErrorNotice error={print.failure} />
      {sheet !== null && <WeekSheet {...sheet} span={span} onPrinted={printed} />}
    </>
  );
}
