import { useMemo, useState, type ReactNode } from 'react';
import { CircleCheck, CircleX, PencilLine, UsersRound } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VcardReport } from '../../../shared/contract/imports.ts';
import { Banner } from '../../components/Banner.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import {
  CARD_FILTERS,
  filterCards,
  isCard,
  type CardFilter,
  type VcardCard,
} from './report-filter.ts';
import styles from './imports.module.css';

/** What would become of each card and each line of a vCard file. */
export function ReportView({ report }: { readonly report: VcardReport }): ReactNode {
  const { t } = useTranslation('imports');
  const [filter, setFilter] = useState<CardFilter>('all');
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const counts = useMemo(
    () =>
      new Map(
        CARD_FILTERS.map(
          (name) => [name, filterCards(report.contacts, name).filter(isCard).length] as const,
        ),
      ),
    [report],
  );
  const shown = useMemo(() => filterCards(report.contacts, filter), [report, filter]);
  const toggle = (card: VcardCard): void =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(card.line)) next.add(card.line);
      return next;
    });

  return (
    <section className={styles['column']} aria-label={t('report.title')}>
      <h2 className={styles['title']}>{t('report.title')}</h2>
      <Totals report={report} />
      {report.accepted === 0 && <Banner tone="warning">{t('report.noneAccepted')}</Banner>}
      <RadioGroup
        label={t('report.show')}
        isLabelHidden
        look="segmented"
        value={filter}
        onChange={setFilter}
        options={CARD_FILTERS.map((value) => ({
          value,
          label: `${t(`report.${value}`)} · ${counts.get(value) ?? 0}`,
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState icon={UsersRound} title={t('report.nothing')} isCompact />
      ) : (
        <div className={styles['list']}>
          <VirtualList
            label={t('report.list')}
            items={shown}
            keyOf={(card) => String(card.line)}
            rowSize={3.25}
            onOpen={toggle}
            renderRow={(card) => <CardRow card={card} isOpen={opened.has(card.line)} />}
          />
        </div>
      )}
    </section>
  );
}

function Totals({ report }: { readonly report: VcardReport }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const figures = [
    {
      label: t('report.accepted'),
      value: report.accepted,
      of: t('report.cards', { count: report.cards }),
    },
    {
      label: t('report.refused'),
      value: report.refused,
      of: t('report.cards', { count: report.cards }),
    },
    { label: t('report.photos'), value: report.photos, of: null },
    { label: t('report.kept'), value: report.lines.kept, of: t('report.lines') },
    { label: t('report.changed'), value: report.lines.changed, of: t('report.lines') },
    { label: t('report.refusedLines'), value: report.lines.refused, of: t('report.lines') },
  ];
  return (
    <dl className={styles['totals']}>
      {figures.map(({ label, value, of }, index) => (
        <div key={index} className={styles['figure']}>
          <dt>
            {label}
            {of !== null && <span className={styles['of']}>{of}</span>}
          </dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function CardRow({
  card,
  isOpen,
}: {
  readonly card: VcardCard;
  readonly isOpen: boolean;
}): ReactNode {
  const { t } = useTranslation('imports');
  const noName = t(isCard(card) ? 'report.noName' : 'report.outside');
  const name = card.label === '' ? noName : card.label;
  return (
    <div role="gridcell" className={styles['card']} aria-expanded={isOpen}>
      <div className={styles['cardHead']}>
        <StatusPill
          icon={card.accepted ? CircleCheck : CircleX}
          tone={card.accepted ? 'positive' : 'danger'}
          isPlain
        >
          {t(card.accepted ? 'report.accepted' : 'report.refused')}
        </StatusPill>
        <span className={styles['name']}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles['small']}>{t('report.line', { line: card.line })}</span>
        {card.mayBe !== null && (
          <StatusPill icon={UsersRound} tone="warning">
            {t('report.mayBe', { name: card.mayBe.label })}
          </StatusPill>
        )}
        <span className={styles['small']}>
          {card.findings.length === 0
            ? t('report.noFindings')
            : t('report.findings', { count: card.findings.length })}
        </span>
      </div>
      {isOpen && (
        <div className={styles['findings']}>
          {card.mayBe !== null && (
            <Link to="/contacts/$id" params={{ id: card.mayBe.id }} dir="auto">
              {t('report.openMayBe', { name: card.mayBe.label })}
            </Link>
          )}
          <ul>
            {card.findings.map((finding, index) => (
              <li key={index} className={styles['finding']}>
                <StatusPill
                  icon={finding.result === 'refused' ? CircleX : PencilLine}
                  tone={finding.result === 'refused' ? 'danger' : 'warning'}
                  isPlain
                >
                  {t(`report.result.${finding.result}`)}
                </StatusPill>
                <span>{t('report.line', { line: finding.line })}</span>
                <code dir="ltr">{finding.property}</code>
                <span>{t(`reason.${finding.reason}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
