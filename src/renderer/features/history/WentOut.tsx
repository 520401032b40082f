import type { ReactNode } from 'react';
import { ArrowUpRight, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WentOut as Leaving } from '../../../shared/contract/records.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './history.module.css';

/** Every time that something of a contact left this vault. Nothing where it never did. */
export function WentOut({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('history');
  const list = useCall(client.history.wentOut, { contactId });
  if (list.error !== null) return <ErrorNotice error={list.error} />;
  if (list.data === undefined || list.data.length === 0) return null;
  return (
    <Card title={t('wentOut.title')} icon={ArrowUpRight}>
      <ul className={styles['sets']} aria-label={t('wentOut.title')}>
        {list.data.map((one) => (
          <li key={one.id}>
            <Words one={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Words({ one }: { readonly one: Leaving }): ReactNode {
  const { t } = useTranslation('history');
  const label = useLabel();
  const format = useFormat();
  const when = format.instant(one.at);
  if (one.bundle === null) {
    return <>{t(`wentOut.${one.kind}`, { when, what: one.what ?? '' })}</>;
  }
  const { kind, counterpartName: name, sequence: number, purpose, until, revokedOn } = one.bundle;
  return (
    <>
      <bdi>{t('wentOut.bundle', { name, when, number, kind: label('bundleKind', kind) })}</bdi>
      {purpose !== null && until !== null && (
        <div className={styles['muted']}>
          <bdi>{t('wentOut.lent', { purpose, until: format.date(until) })}</bdi>
        </div>
      )}
      {revokedOn !== null && (
        <StatusPill icon={Undo2} isPlain>
          {t('wentOut.revoked', { on: format.date(revokedOn) })}
        </StatusPill>
      )}
    </>
  );
}
