import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import type { ConsentOverride } from '../../../shared/model/action.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { FactList } from '../../components/FactList.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './actions.module.css';

/** Every action that went ahead without the consent it needed: listed, never hidden. */
export function Overrides({ rows }: { readonly rows: readonly ActionRow[] }): ReactNode {
  const { t } = useTranslation('actions');
  return (
    <>
      <p className={styles['muted']}>{t('board.overriddenIntro')}</p>
      <ul className={styles['overrides']}>
        {rows.map((row) => (
          <OverrideEntry key={row.id} row={row} />
        ))}
      </ul>
    </>
  );
}

function OverrideEntry({ row }: { readonly row: ActionRow }): ReactNode {
  const label = useLabel();
  const format = useFormat();
  const { data } = useCall(client.actions.get, { id: row.id });
  const override = data?.action.override ?? null;
  return (
    <li className={styles['overrideEntry']}>
      <div className={styles['cardHead']}>
        <Link to="/actions/$id" params={{ id: row.id }} dir="auto">
          {row.title}
        </Link>
        <Badge>{label('actionStatus', row.status)}</Badge>
      </div>
      <p className={styles['subjects']}>
        {label('actionType', row.type)}
        {row.subjects.length > 0 && (
          <bdi>{` · ${format.list(row.subjects.map((subject) => subject.label))}`}</bdi>
        )}
      </p>
      {override !== null && <OverrideFacts override={override} />}
    </li>
  );
}

/** Why, on whose authority and when the gate was passed without consent. */
export function OverrideFacts({ override }: { readonly override: ConsentOverride }): ReactNode {
  const { t } = useTranslation('actions');
  const format = useFormat();
  return (
    <FactList
      facts={[
        { label: t('panel.reason'), value: <span dir="auto">{override.reason}</span> },
        { label: t('panel.authorisedBy'), value: <bdi>{override.authorisedBy}</bdi> },
        {
          label: t('panel.secondName'),
          value: override.secondName === null ? null : <bdi>{override.secondName}</bdi>,
        },
        { label: t('detail.overrideAt'), value: format.instant(override.at) },
      ]}
    />
  );
}
