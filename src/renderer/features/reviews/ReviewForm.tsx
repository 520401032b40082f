import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../../shared/contract/reviews.ts';
import {
  REVIEW_COST,
  REVIEW_HELPED,
  REVIEW_MONTHS,
  type ReviewMonths,
} from '../../../shared/model/vocabulary/plan.ts';
import { client } from '../../api/client.ts';
import { DateField } from '../../components/fields/DateField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { reviewForm, unfinishedReview, type ReviewFormValues } from './form-values.ts';
import { IncidentsAnswer } from './IncidentsAnswer.tsx';

export interface ReviewFormProps {
  readonly label: string;
  /** The stored review being edited, or null for a new one. */
  readonly id: string | null;
  readonly draftKey: string;
  readonly values: ReviewFormValues;
  /** The months that this review can be for. */
  readonly months: readonly ReviewMonths[];
  readonly doneOn: string | null;
  /** What happened to the subjects since. */
  readonly since: readonly IncidentLine[];
}

/** Did it help, did it cost them, and what do they say. */
export function ReviewForm(props: ReviewFormProps): ReactNode {
  const { label, id, draftKey, values, months, doneOn, since } = props;
  const { t } = useTranslation('reviews');
  const words = useLabel();
  const navigate = useNavigate();
  const toAction = (): Promise<void> =>
    navigate({ to: '/actions/$id', params: { id: values.actionId } });
  const record = useRecordForm({
    schema: reviewForm,
    values,
    id,
    draft: { form: 'action-review', key: draftKey, read: unfinishedReview },
    save: client.reviews.save,
    savedWords: t('form.savedToast'),
    onSaved: toAction,
  });
  const { control } = record.form;

  return (
    <RecordForm record={record} label={label} saveLabel={t('form.save')} onClose={toAction}>
      <FormSection title={t('form.when')}>
        <Field control={control} name="months">
          {(f) => (
            <RadioGroup
              label={t('form.months')}
              look="segmented"
              options={REVIEW_MONTHS.filter(
                (one) => months.includes(one) || one === values.months,
              ).map((one) => ({ value: `${one}`, label: t('months', { count: one }) }))}
              {...f}
              value={`${f.value}`}
              onChange={(next) => {
                const chosen = REVIEW_MONTHS.find((one) => `${one}` === next);
                if (chosen !== undefined) f.onChange(chosen);
              }}
            />
          )}
        </Field>
        <Field control={control} name="reviewedOn">
          {(f) => (
            <DateField
              label={t('form.reviewedOn')}
              isRequired
              minDate={doneOn ?? undefined}
              maxDate={localToday()}
              {...f}
              onChange={(value) => f.onChange(value ?? '')}
            />
          )}
        </Field>
      </FormSection>
      <FormSection title={t('form.whatCame')}>
        <Field control={control} name="helped">
          {(f) => (
            <RadioGroup
              label={t('form.helped')}
              options={REVIEW_HELPED.map((value) => ({
                value,
                label: words('reviewHelped', value),
              }))}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="cost">
          {(f) => (
            <RadioGroup
              label={t('form.cost')}
              description={t('form.costHint')}
              options={REVIEW_COST.map((value) => ({ value, label: words('reviewCost', value) }))}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="incidentIds">
          {(f) => <IncidentsAnswer since={since} {...f} />}
        </Field>
      </FormSection>
      <FormSection title={t('form.theirView')} note={t('form.theirViewNote')}>
        <Field control={control} name="defenderView">
          {(f) => (
            <TextArea
              label={t('form.defenderView')}
              description={t('form.defenderViewHint')}
              rows={4}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="note">
          {(f) => <TextArea label={t('form.note')} rows={3} {...f} />}
        </Field>
      </FormSection>
    </RecordForm>
  );
}
