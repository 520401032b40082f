import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { OptionalSelect } from '../../components/fields/Select.tsx';
import { Field } from '../../components/forms/Field.tsx';
import type { ActionFormParsed, ActionFormValues } from './form-values.ts';

export interface PlanFieldProps {
  readonly control: Control<ActionFormValues, unknown, ActionFormParsed>;
}

/** The plan that an action belongs to: an open one, or the one it belongs to already. */
export function PlanField({ control }: PlanFieldProps): ReactNode {
  const { t } = useTranslation('actions');
  const plans = useCall(client.plans.list, {}).data ?? [];
  if (plans.length === 0) return null;
  return (
    <Field control={control} name="planId">
      {(f) => (
        <OptionalSelect
          label={t('form.plan')}
          noneLabel={t('form.noPlan')}
          options={plans
            .filter((plan) => plan.state === 'open' || plan.id === f.value)
            .map((plan) => ({ value: plan.id, label: plan.title }))}
          {...f}
          value={f.value ?? null}
        />
      )}
    </Field>
  );
}
