import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { suggestedLevel } from '../../../shared/model/risk-level.ts';
import { RISK_LEVELS } from '../../../shared/model/vocabulary/contact.ts';
import { RISK_TRENDS } from '../../../shared/model/vocabulary/risk.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RISK_LOOKS } from '../../components/status-pills.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar, FormSection } from '../../components/forms/Form.tsx';
import { showIssues } from '../../components/forms/show-issues.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { useUndoToast } from '../../components/use-undo-toast.ts';
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
  const { t } = useTranslation(['risks', 'common']);
  const words = useLabel();
  const navigate = useNavigate();
  const form = useSchemaForm(riskForm, values);
  const draft = useDraft(form, {
    form: 'risk-assessment',
    key: draftKey,
    read: unfinishedAssessment,
  });
  const save = useAsk(client.risks.save);
  const done = useUndoToast();
  const { control } = form;
  const { contactId } = values;
  const [ratings, level] = useWatch({ control, name: ['ratings', 'level'] });
  const suggested = suggestedLevel(ratings);
  const toContact = (): Promise<void> =>
    navigate({ to: '/contacts/$id', params: { id: contactId }, search: { tab: 'risk' } });

  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Form
      form={form}
      label={label}
      onSubmit={async (fields) => {
        const outcome = await save.ask({ id, fields });
        if (!outcome.ok) {
          if (showIssues(form, outcome.failure)) save.dismiss();
          return;
        }
        await draft.finish();
        done(t('form.savedToast'), outcome.value.changeSetId);
        await toContact();
      }}
    >
      <DraftNotice draft={draft} />
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
      <ErrorNotice error={save.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button variant="quiet" onPress={() => void toContact()}>
          {t('common:close')}
        </Button>
        <Button type="submit" variant="primary" isPending={save.pending}>
          {t('form.save')}
        </Button>
      </FormBar>
    </Form>
  );
}
