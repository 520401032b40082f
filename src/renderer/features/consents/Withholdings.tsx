import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentEvent } from '../../../shared/model/consent-event.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './consents.module.css';

export interface WithholdingsProps {
  readonly of: Pick<ConsentEvent, 'withheld' | 'withholdings'>;
}

/** What is kept back: parts of the record that never travel, and what from whom, with the reason. */
export function Withholdings({ of: { withheld, withholdings } }: WithholdingsProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  return (
    <>
      {withheld.length > 0 && (
        <p>
          {t('events.withheld', {
            parts: format.list(withheld.map((part) => label('withheldPart', part))),
          })}
        </p>
      )}
      {(withholdings ?? []).map(({ id, what, fromWhom, reason }) => (
        <p key={id} dir="auto" className={styles['keptBack']}>
          {t('withholding.sentence', { what, fromWhom, reason })}
        </p>
      ))}
    </>
  );
}
