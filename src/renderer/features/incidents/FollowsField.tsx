import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ComboBox, type ComboBoxProps } from '../../components/fields/ComboBox.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { useIncidentDate } from './use-incident-date.ts';

export interface FollowsFieldProps extends Omit<ComboBoxProps, 'options' | 'label'> {
  /** The incident being edited, which cannot follow itself. */
  readonly exceptId: string | null;
}

/** Most incidents that can be chosen from, the newest first. */
const OFFERED = 1_000;

/** The incident that led to this one, found by title, act, victim or day. */
export function FollowsField({ exceptId, ...rest }: FollowsFieldProps): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const dateOf = useIncidentDate();
  const { data } = useCall(client.incidents.list, { limit: OFFERED });
  const options = useMemo(
    () =>
      (data?.rows ?? [])
        .filter((row) => row.id !== exceptId)
        .map((row) => ({
          value: row.id,
          label: row.title,
          note: [
            dateOf(row),
            label('incidentAct', row.act),
            ...row.victims.map((victim) => victim.label),
          ].join(' · '),
        })),
    [data, exceptId, dateOf, label],
  );
  return (
    <ComboBox
      label={t('form.follows')}
      description={t('form.followsHint')}
      placeholder={t('form.followsNone')}
      {...rest}
      options={options}
    />
  );
}
