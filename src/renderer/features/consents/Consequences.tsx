import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { Banner } from '../../components/Banner.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './consents.module.css';

export type Recorded = ResultOf<Calls['consents']['record']>;

/** Whether a decision touches anything that was begun or handed out. */
export function hasConsequences(recorded: Recorded): boolean {
  return (
    recorded.actionsNowWithoutConsent.length > 0 ||
    recorded.bundlesAlreadyOut.length > 0 ||
    recorded.copiesAlreadyOut.length > 0
  );
}

/** What a decision touches: actions now without consent, and what of the contact is out already. */
export function Consequences({ recorded }: { readonly recorded: Recorded }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const underWay = recorded.actionsNowWithoutConsent.filter((one) => one.status !== 'planned');
  const planned = recorded.actionsNowWithoutConsent.filter((one) => one.status === 'planned');
  const out = [
    ...recorded.bundlesAlreadyOut.map(({ id, counterpartName, at }) => ({
      key: id,
      words: t('after.bundle', { name: counterpartName, date: format.instant(at) }),
    })),
    ...recorded.copiesAlreadyOut.map(({ kind, at, what }, index) => ({
      key: `${at} ${index}`,
      words: [t(`after.${kind}`, { date: format.instant(at) }), what]
        .filter((part) => part !== '')
        .join(': '),
    })),
  ];
  return (
    <div className={styles['column']} role="alert">
      {underWay.length > 0 && (
        <Banner tone="danger" title={t('after.actions')}>
          <ActionLinks actions={underWay} />
        </Banner>
      )}
      {planned.length > 0 && (
        <Banner tone="info" title={t('after.planned')}>
          <ActionLinks actions={planned} />
        </Banner>
      )}
      {out.length > 0 && (
        <Banner tone="warning" title={t('after.out')}>
          <ul>
            {out.map(({ key, words }) => (
              <li key={key}>
                <bdi>{words}</bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {recorded.callBacks.length > 0 && (
        <p>{t('after.tasks', { count: recorded.callBacks.length })}</p>
      )}
    </div>
  );
}

function ActionLinks({
  actions,
}: {
  readonly actions: Recorded['actionsNowWithoutConsent'];
}): ReactNode {
  return (
    <ul>
      {actions.map((action) => (
        <li key={action.id}>
          <Link to="/actions/$id" params={{ id: action.id }} dir="auto">
            {action.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
