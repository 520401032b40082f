import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ACT_RISK, INCIDENT_ACTS } from '../../../shared/model/vocabulary/incident.ts';
import { NINE_RISKS } from '../../../shared/model/vocabulary/risk.ts';
import { client } from '../../api/client.ts';
import { ComboBox } from '../../components/fields/ComboBox.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { FollowsField } from './FollowsField.tsx';
import { incidentFormLenient, unfinishedIncident, type IncidentFormValues } from './form-values.ts';
import { PerpetratorsEditor, VictimsEditor } from './PeopleEditor.tsx';
import { RedressEditor } from './RedressEditor.tsx';
import { SourceFields } from './SourceFields.tsx';
import { WhenAndWhere } from './WhenAndWhere.tsx';

export interface IncidentFormProps {
  readonly label: string;
  /** The stored incident being edited, or null for a new one. */
  readonly id: string | null;
  /** Under which the typed text is kept: an id, `new` or `new:<contact>`. */
  readonly draftKey: string;
  readonly values: IncidentFormValues;
}

/** An incident as it is written down, in the fields of the HURIDOCS events standard formats. */
export function IncidentForm({ label, id, draftKey, values }: IncidentFormProps): ReactNode {
  const { t } = useTranslation('incidents');
  const words = useLabel();
  const navigate = useNavigate();
  const record = useRecordForm({
    schema: incidentFormLenient,
    values,
    id,
    draft: { form: 'incident', key: draftKey, read: unfinishedIncident },
    save: client.incidents.save,
    savedWords: t(id === null ? 'form.createdToast' : 'form.savedToast'),
    onSaved: (saved) => navigate({ to: '/incidents/$id', params: { id: saved } }),
  });
  const { form } = record;
  const { control } = form;
  const [act, risk] = useWatch({ control, name: ['act', 'risk'] });

  return (
    <RecordForm
      record={record}
      label={label}
      saveLabel={t(id === null ? 'form.create' : 'form.save')}
      onClose={() =>
        navigate(id === null ? { to: '/incidents' } : { to: '/incidents/$id', params: { id } })
      }
    >
      <FormSection title={t('form.what')} note={t('form.vocabulary')}>
        <Field control={control} name="title">
          {(f) => (
            <TextField
              label={t('form.title')}
              description={t('form.titleHint')}
              isRequired
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="act">
          {(f) => (
            <ComboBox
              label={t('form.act')}
              isRequired
              options={INCIDENT_ACTS.map((value) => ({
                value,
                label: words('incidentAct', value),
                note: words('nineRisk', ACT_RISK[value]),
              }))}
              {...f}
              onChange={(value) => {
                const next = INCIDENT_ACTS.find((one) => one === value);
                if (next === undefined) return;
                // A risk that nobody chose follows the act; one that was chosen stays.
                if (risk === ACT_RISK[act]) form.setValue('risk', ACT_RISK[next]);
                f.onChange(next);
              }}
            />
          )}
        </Field>
        <Field control={control} name="risk">
          {(f) => (
            <Select
              label={t('form.risk')}
              description={t('form.riskHint')}
              options={NINE_RISKS.map((value) => ({ value, label: words('nineRisk', value) }))}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="description">
          {(f) => (
            <TextArea
              label={t('form.description')}
              description={t('form.descriptionHint')}
              rows={6}
              {...f}
            />
          )}
        </Field>
      </FormSection>
      <WhenAndWhere control={control} />
      <FormSection title={t('form.victims')} note={t('form.victimsHint')}>
        <VictimsEditor control={control} />
      </FormSection>
      <FormSection title={t('form.perpetrators')} note={t('form.perpetratorsHint')}>
        <PerpetratorsEditor control={control} />
      </FormSection>
      <SourceFields control={control} />
      <FormSection title={t('form.chain')}>
        <Field control={control} name="followsId">
          {(f) => <FollowsField exceptId={id} {...f} />}
        </Field>
      </FormSection>
      <FormSection title={t('form.redress')} note={t('form.redressHint')}>
        <RedressEditor control={control} />
      </FormSection>
    </RecordForm>
  );
}
