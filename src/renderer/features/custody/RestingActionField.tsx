import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../shared/model/presence.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { OptionalSelect } from '../../components/fields/Select.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './custody.module.css';

export interface RestingActionFieldProps {
  readonly actionType: Presence['actionType'];
  readonly contactId: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
}

/** The action whose consent a visit or an observation rests on, and the way to plan one. */
export function RestingActionField({
  actionType,
  contactId,
  ...field
}: RestingActionFieldProps): ReactNode {
  const { t } = useTranslation('custody');
  const label = useLabel();
  const { data } = useCall(client.actions.list, { contactId });
  const options = (data ?? [])
    .filter(({ type }) => type === actionType)
    .map(({ id, title, status }) => ({
      value: id,
      label: t('resting.option', { title, status: label('actionStatus', status) }),
    }));
  return (
    <div className={styles['resting']}>
      <OptionalSelect
        label={t('resting.label')}
        description={t(`resting.${actionType}`)}
        noneLabel={t('resting.none')}
        options={options}
        {...field}
      />
      <ButtonLink to="/actions/new" search={{ contact: contactId, type: actionType }}>
        {t('resting.plan')}
      </ButtonLink>
    </div>
  );
}
