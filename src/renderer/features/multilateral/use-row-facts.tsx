import { useTranslation } from 'react-i18next';
import type { MultilateralRow } from '../../../shared/contract/multilateral.ts';
import type { Fact } from '../../components/FactList.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';

/** What is to be known of a row at a glance, by its type; empty facts are left out by the list. */
export function useRowFacts(): (row: MultilateralRow) => Fact[] {
  const { t } = useTranslation('multilateral');
  const label = useLabel();
  const format = useFormat();
  const date = (value: string | null): string | null => value && format.date(value);
  const said = (value: string | null) =>
    value === null || value.trim() === '' ? null : <span dir="auto">{value}</span>;
  const orNotYet = (value: string | null) => value ?? t('fact.notYet');

  const ofType = ({ particulars }: MultilateralRow): Fact[] => {
    switch (particulars?.type) {
      case 'upr-recommendation':
        return [
          { label: t('fact.adoptedOn'), value: date(particulars.adoptedOn) },
          { label: t('fact.followUp'), value: said(particulars.followUp) },
        ];
      case 'special-procedures':
        return [
          { label: t('fact.mandate'), value: said(particulars.mandate) },
          {
            label: t('fact.communicationKind'),
            value: label('communicationKind', particulars.communicationKind),
          },
          { label: t('fact.sentOn'), value: orNotYet(date(particulars.sentOn)) },
          { label: t('fact.reference'), value: said(particulars.reference) },
          {
            label: t('fact.stateReply'),
            value: said(particulars.stateReply) ?? t('fact.notYet'),
          },
        ];
      case 'resolution':
        return [
          { label: t('fact.body'), value: said(particulars.body) },
          { label: t('fact.symbol'), value: said(particulars.symbol) },
          {
            label: t('fact.coSponsored'),
            value: particulars.coSponsored ? t('fact.yes') : t('fact.notYet'),
          },
          { label: t('fact.resolutionAdoptedOn'), value: orNotYet(date(particulars.adoptedOn)) },
        ];
      case 'reprisals-follow-up':
        return [
          { label: t('fact.mechanism'), value: said(particulars.mechanism) },
          { label: t('fact.reportedTo'), value: said(particulars.reportedTo) },
          { label: t('fact.reportedOn'), value: orNotYet(date(particulars.reportedOn)) },
          { label: t('fact.response'), value: said(particulars.response) },
        ];
      case 'third-party-responsibilities':
        return [
          { label: t('fact.standard'), value: said(particulars.standard) },
          { label: t('fact.response'), value: said(particulars.response) },
        ];
      case 'cso-access':
        return [
          { label: t('fact.body'), value: said(particulars.body) },
          { label: t('fact.accessKind'), value: label('csoAccessKind', particulars.accessKind) },
          { label: t('fact.decision'), value: said(particulars.decision) ?? t('fact.notYet') },
        ];
      default:
        return [];
    }
  };

  return (row) => [
    ...ofType(row),
    {
      label: t('fact.for'),
      value: row.action.subjects.length > 0 && (
        <bdi>{format.list(row.action.subjects.map((subject) => subject.label))}</bdi>
      ),
    },
  ];
}
