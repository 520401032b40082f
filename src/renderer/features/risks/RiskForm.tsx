import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { suggestedLevel } from '../../../shared/model/risk-level.ts';
import { RISK_LEVELS } from '../../../shared/model/vocabulary/contact.ts';
import { RISK_TRENDS } from '../../../shared/model/vocabulary/risk.ts';
import { client } from '../../api/client.ts';
import { Button } from '../../components/Button.tsx';
import { RISK_LOOKS } from '../../components/status-pills.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { riskForm, unfinishedAssessment, type RiskFormValues } from './form-values.ts';
import { RatingGrid } from './RatingGrid.tsx';
import { RiskGuidanceFor } from './RiskGuidance.tsx';
import { TREND_ICONS } from './TrendPill.tsx';
import styles from './risks.module.css';

export interface RiskFormProps {
  readonly label: string;
  /** The stored assessment being edited, or null for a new one. */
  readonly id: string | null;
  /** Under which the typed text is kept: an id or `new:<contact>`. */
  readonly draftKey: string;
  readonly values: RiskFormValues;
}

/** What a contact faces, judged risk by risk, and what is done to lower it. */
export function RiskForm({ label, id, draftKey, values }: RiskFormProps): ReactNode {
  const { t } = useTranslation('risks');
  const words = useLabel();
  const navigate = useNavigate();
  const toContact = (): Promise<void> =>
    navigate({ to: '/contacts/$id', params: { id: values.contactId }, search: { tab: 'risk' } });
  const record = useRecordForm({
    schema: riskForm,
    values,
    id,
    draft: { form: 'risk-assessment', key: draftKey, read: unfinishedAssessment },
    save: client.risks.save,
    savedWords: t('form.savedToast'),
    onSaved: toContact,
  });
  const { form } = record;
  const { control } = form;
  const { contactId } = values;
  const [ratings, level] = useWatch({ control, name: ['ratings', 'level'] });
  const suggested = suggestedLevel(ratings);

  return (
    <RecordForm record={record} label={label} saveLabel={t('form.save')} onClose={toContact}>
      <FormSection title={t('form.ratings')} note={t('form.ratingsHint')}>
        <Field control={control} name="ratings">
          {(f) => <RatingGrid value={f.value} onChange={f.onChange} error={f.error} />}
        </Field>
      </FormSection>
      <FormSection title={t('form.judgement')} note={t('form.judgementHint')}>
        <Field control={control} name="level">
          {(f) => (
            <RadioGroup
              label={t('form.level')}
              look="segmented"
              description={t('form.levelHint')}
              options={RISK_LEVELS.map((value) => {
                const Icon = RISK_LOOKS[value].icon;
                return { value, label: words('riskLevel', value), icon: <Icon aria-hidden /> };
              })}
              {...f}
            />
          )}
        </Field>
        {suggested !== null && suggested !== level && (
          <p className={styles['suggestion']} role="status">
            {t('form.suggested', { level: words('riskLevel', suggested) })}
            <Button size="sm" onPress={() => form.setValue('level', suggested)}>
              {t('form.takeSuggestion')}
            </Button>
          </p>
        )}
        <Field control={control} name="trend">
          {(f) => (
            <RadioGroup
              label={t('form.trend')}
              look="segmented"
              options={RISK_TRENDS.map((value) => {
                const Icon = TREND_ICONS[value];
                return { value, label: words('riskTrend', value), icon: <Icon aria-hidden /> };
              })}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="triggers">
          {(f) => (
            <TextArea label={t('form.triggers')} description={t('form.triggersHint')} {...f} />
          )}
        </Field>
      </FormSection>
      <FormSection title={t('form.safety')}>
        <RiskGuidanceFor contactIds={[contactId]} />
        <Field control={control} name="mitigations">
          {(f) => (
            <TextArea
              label={t('form.mitigations')}
              description={t('form.mitigationsHint')}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="safetyPlan">
          {(f) => (
            <TextArea
              label={t('form.safetyPlan')}
              description={t('form.safetyPlanHint')}
              rows={5}
              {...f}
            />
          )}
        </Field>
      </FormSection>
      <FormSection title={t('form.who')}>
        <FieldRow>
          <Field control={control} name="assessedOn">
            {(f) => (
              <DateField
                label={t('form.assessedOn')}
                isRequired
                {...f}
                onChange={(on) => f.onChange(on ?? '')}
              />
            )}
          </Field>
          <Field control={control} name="assessedBy">
            {(f) => <TextField label={t('form.assessedBy')} {...f} />}
          </Field>
        </FieldRow>
        <Field control={control} name="reviewOn">
          {(f) => (
            <DateField label={t('form.reviewOn')} description={t('form.reviewOnHint')} {...f} />
          )}
        </Field>
      </FormSection>
    </RecordForm>
  );
}
