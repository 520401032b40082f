import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { AlarmClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EntrustmentView } from '../../../shared/contract/entrustments.ts';
import { maySettle } from '../../../shared/model/entrustment.ts';
import { client } from '../../api/client.ts';
import { Button } from '../../components/Button.tsx';
import { FactList } from '../../components/FactList.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { OfficerTrust } from '../officers/OfficerTrust.tsx';
import { STATE_LOOKS } from './looks.ts';
import { SealButton } from './SealButton.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import styles from './entrustments.module.css';

const SETTLING = ['revoked', 'returned', 'rejected'] as const;

/** One contact on its way from one officer to another, or asked for. */
export function EntrustmentEntry({
  entrustment,
}: {
  readonly entrustment: EntrustmentView;
}): ReactNode {
  const { t } = useTranslation('entrustments');
  const label = useLabel();
  const format = useFormat();
  const [settling, setSettling] = useState<(typeof SETTLING)[number] | null>(null);
  const { direction, verb, state, contactId, contactLabel, counterpartName, overdue } = entrustment;
  const date = (on: string | null): ReactNode => (on === null ? null : format.date(on));
  const possible = SETTLING.filter((to) => maySettle(entrustment, to));
  const name = contactLabel === '' ? t('somebody') : contactLabel;

  return (
    <li className={styles['entry']} data-overdue={overdue ?? undefined}>
      <div className={styles['head']}>
        {contactId === null ? (
          <strong>{name}</strong>
        ) : (
          <Link to="/contacts/$id" params={{ id: contactId }} dir="auto">
            {name}
          </Link>
        )}
        <span className={styles['muted']}>
          {t(`way.${verb}.${direction}`, { officer: counterpartName })}
        </span>
        <span className={styles['pills']}>
          <OfficerTrust officerId={entrustment.counterpartId} isWarningOnly />
          {overdue !== null && (
            <StatusPill icon={AlarmClock} tone="warning">
              {t(`overdue.${overdue}`)}
            </StatusPill>
          )}
          <StatusPill {...STATE_LOOKS[state]}>{label('entrustmentState', state)}</StatusPill>
        </span>
      </div>
      <FactList
        facts={[
          {
            label: t('wanted'),
            value: entrustment.wanted === '' ? null : <span dir="auto">{entrustment.wanted}</span>,
          },
          {
            label: t('purpose'),
            value:
              entrustment.purpose === null ? null : <span dir="auto">{entrustment.purpose}</span>,
          },
          { label: t('until'), value: date(entrustment.until) },
          { label: t('offeredOn'), value: date(entrustment.offeredOn) },
          {
            label: t('answerBy'),
            value: state === 'offered' ? date(entrustment.answerBy) : null,
          },
          { label: t('settledOn'), value: date(entrustment.settledOn) },
          {
            label: t('reason'),
            value: entrustment.reason === '' ? null : <span dir="auto">{entrustment.reason}</span>,
          },
        ]}
      />
      {possible.length > 0 && (
        <div className={styles['buttons']}>
          {isToBeSealed(entrustment) && (
            <SealButton
              label={t('request.seal')}
              suggestedName={t('request.fileName')}
              doneWords={t('request.sealed')}
              seal={client.documents.sendRequest}
              argFor={(file) => ({
                ...{ entrustmentId: entrustment.id, keyType: 'hybrid' as const, file },
              })}
            />
          )}
          {possible.map((to) => (
            <Button key={to} size="sm" onPress={() => setSettling(to)}>
              {t(`settle.${to}.open`)}
            </Button>
          ))}
        </div>
      )}
      {settling !== null && (
        <SettleDialog
          id={entrustment.id}
          name={name}
          to={settling}
          onClose={() => setSettling(null)}
        />
      )}
    </li>
  );
}

/** A request that is kept here and that nobody has got yet. */
function isToBeSealed({ verb, direction, state, bundleId }: EntrustmentView): boolean {
  return verb === 'request' && direction === 'out' && state === 'offered' && bundleId === null;
}
