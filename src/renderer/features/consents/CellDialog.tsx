import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LegitimateBasis } from '../../../shared/model/contact.ts';
import { Button } from '../../components/Button.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { DecisionStart } from './form-values.ts';
import type { MatrixCell } from './matrix.ts';
import { Withholdings } from './Withholdings.tsx';
import styles from './ConsentMatrix.module.css';

export interface CellDialogProps {
  readonly cell: MatrixCell;
  readonly basis: LegitimateBasis | null;
  readonly onRecord: (start: DecisionStart) => void;
  /** Renews the consent that the cell rests on. */
  readonly onRenew: (eventId: string) => void;
}

/** What one cell rests on, and what can be recorded from there. */
export function CellDialog({ cell, basis, onRecord, onRenew }: CellDialogProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  const { standing, state } = cell;
  const pair = { purposes: [cell.purpose], audiences: [cell.audience] };
  const expiresOn = standing?.expiresOn ?? null;
  const isRenewable = expiresOn !== null && (state === 'live' || state === 'expired');
  return (
    <Dialog className={styles['dialog'] ?? ''}>
      <Heading slot="title" level={3} className={styles['dialogTitle'] ?? ''}>
        {`${label('purpose', cell.purpose)} · ${label('audience', cell.audience)}`}
      </Heading>
      <p>
        {expiresOn !== null && isRenewable
          ? t(state === 'live' ? 'popover.liveUntil' : 'popover.expiredOn', {
              date: format.date(expiresOn),
            })
          : t(`popover.${state}`)}
      </p>
      {state === 'legitimate-basis' && basis !== null && (
        <p dir="auto">{`${label('legitimateGround', basis.ground)}. ${basis.explanation}`}</p>
      )}
      {cell.via === 'any' && cell.audience !== 'any' && <p>{t('popover.viaAny')}</p>}
      {standing !== null && standing.conditions !== '' && (
        <p dir="auto">{t('popover.conditions', { conditions: standing.conditions })}</p>
      )}
      {standing !== null && state === 'live' && <Withholdings of={standing} />}
      {standing?.givenBy === 'proxy' && <p>{t('popover.byProxy')}</p>}
      {standing !== null && (
        <p className={styles['note']}>
          {t('popover.decidedOn', { date: format.date(standing.decidedOn) })}
        </p>
      )}
      <div className={styles['dialogActions']}>
        {isRenewable && standing !== null && (
          <Button size="sm" variant="primary" onPress={() => onRenew(standing.eventId)}>
            {t('renew.button')}
          </Button>
        )}
        <Button
          size="sm"
          variant={isRenewable ? 'secondary' : 'primary'}
          onPress={() => onRecord(pair)}
        >
          {t('popover.record')}
        </Button>
        {state === 'live' && (
          <Button
            size="sm"
            variant="danger"
            onPress={() => onRecord({ ...pair, decision: 'withdrawn' })}
          >
            {t('popover.withdraw')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
