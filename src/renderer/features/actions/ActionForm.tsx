import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { particularFields, particularsFrom } from '../../../shared/model/particulars-start.ts';
import {
  ACTION_RULES,
  ACTION_TYPES,
  type ActionType,
} from '../../../shared/model/vocabulary/action.ts';
import { PLEDGES } from '../../../shared/model/vocabulary/pledge.ts';
import { CONSENT_AUDIENCES } from '../../../shared/model/vocabulary/consent.ts';
import { client } from '../../api/client.ts';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { ComboBox } from '../../components/fields/ComboBox.tsx';
import { ContactsField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { PartnersEditor } from '../../components/partners/PartnersEditor.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { actionForm, unfinishedAction, type ActionFormValues } from './form-values.ts';
import { RiskGuidanceFor } from '../risks/RiskGuidance.tsx';
import { GapList } from './GapList.tsx';
import { GateCheck } from './GateCheck.tsx';
import { NotReadyNotice } from './NotReady.tsx';
import { PlanField } from './PlanField.tsx';
import { ParticularsFields } from './ParticularsFields.tsx';

export interface ActionFormProps {
  readonly label: string;
  /** The stored action being edited, or null for a new one. */
  readonly id: string | null;
  readonly draftKey: string;
  readonly values: ActionFormValues;
  /** The field of the particulars that has the focus at first. */
  readonly beginAt?: string | undefined;
}

/** An action as it is written; what the gate would say of it is shown as it changes. */
export function ActionForm(props: ActionFormProps): ReactNode {
  const { label, id, draftKey, values, beginAt } = props;
  const { t } = useTranslation(['actions', 'common', 'particulars', 'partners']);
  const words = useLabel();
  const navigate = useNavigate();
  const record = useRecordForm({
    schema: actionForm,
    values,
    id,
    draft: { form: 'action', key: draftKey, read: unfinishedAction },
    save: client.actions.save,
    savedWords: t(id === null ? 'form.createdToast' : 'form.savedToast'),
    onSaved: (saved) => navigate({ to: '/actions/$id', params: { id: saved } }),
  });
  const { form, draft } = record;
  const { failure } = record.save;
  const { control } = form;
  const [type, audience, subjectIds, particulars] = useWatch({
    control,
    name: ['type', 'audience', 'subjectIds', 'particulars'],
  });
  /** Whatever was filled in of any type, so that a change of type and back loses nothing. */
  const filledIn = useRef<object>({});

  /** An audience nobody chose follows the type; one that was chosen stays. */
  const changeType = (next: ActionType): void => {
    if (audience === ACTION_RULES[type].defaultAudience) {
      form.setValue('audience', ACTION_RULES[next].defaultAudience);
    }
    filledIn.current = { ...filledIn.current, ...form.getValues('particulars') };
    form.setValue('particulars', particularsFrom(next, { ...filledIn.current }));
  };

  useEffect(() => {
    if (draft.ready && beginAt !== undefined && particularFields(values.type).includes(beginAt)) {
      form.setFocus(`particulars.${beginAt}` as 'particulars');
    }
  }, [draft.ready, beginAt, form, values.type]);

  return (
    <RecordForm
      record={record}
      label={label}
      saveLabel={t(id === null ? 'form.create' : 'form.save')}
      onClose={() =>
        navigate(id === null ? { to: '/actions' } : { to: '/actions/$id', params: { id } })
      }
      failureDetail={
        <>
          {failure?.kind === 'consent-missing' && <GapList gaps={failure.gaps} />}
          {failure?.kind === 'action-not-ready' && (
            <NotReadyNotice reason={failure.reason} actionId={null} />
          )}
        </>
      }
    >
      <FormSection title={t('form.what')}>
        <Field control={control} name="type">
          {(f) => (
            <ComboBox
              label={t('form.type')}
              isRequired
              options={ACTION_TYPES.map((value) => ({ value, label: words('actionType', value) }))}
              {...f}
              onChange={(value) => {
                const next = ACTION_TYPES.find((one) => one === value);
                if (next === undefined) return;
                changeType(next);
                f.onChange(next);
              }}
            />
          )}
        </Field>
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
        <Field control={control} name="subjectIds">
          {(f) => (
            <ContactsField label={t('form.subjects')} description={t('form.subjectsHint')} {...f} />
          )}
        </Field>
        <RiskGuidanceFor contactIds={subjectIds} />
        <Field control={control} name="audience">
          {(f) => (
            <Select
              label={t('form.audience')}
              options={CONSENT_AUDIENCES.map((value) => ({
                value,
                label: words('audience', value),
              }))}
              {...f}
            />
          )}
        </Field>
        <PlanField control={control} />
        <FieldRow>
          <Field control={control} name="owner">
            {(f) => <TextField label={t('form.owner')} {...f} />}
          </Field>
          <Field control={control} name="dueOn">
            {(f) => <DateField label={t('form.dueOn')} {...f} />}
          </Field>
        </FieldRow>
        <Field control={control} name="detail">
          {(f) => (
            <TextArea label={t('form.detail')} description={t('form.detailHint')} rows={5} {...f} />
          )}
        </Field>
      </FormSection>
      <FormSection title={words('actionType', type)} note={t(`particulars:note.${type}`)}>
        <ParticularsFields control={control} type={type} />
      </FormSection>
      <FormSection title={t('partners:title')} note={t('partners:note')}>
        <PartnersEditor control={control} />
      </FormSection>
      <FormSection title={t('form.pledges')} note={t('form.pledgesNote')}>
        <Field control={control} name="pledges">
          {(f) => (
            <ChoiceField
              label={t('form.pledges')}
              options={PLEDGES.map((value) => ({ value, label: words('pledge', value) }))}
              {...f}
              value={f.value ?? []}
            />
          )}
        </Field>
      </FormSection>
      <FormSection title={t('gate.title')}>
        <GateCheck
          type={type}
          audience={audience}
          subjectIds={subjectIds}
          particulars={particulars}
        />
      </FormSection>
      {id !== null && (
        <FormSection title={t('form.result')}>
          <Field control={control} name="outcome">
            {(f) => (
              <TextArea
                label={t('form.outcome')}
                description={t('form.outcomeHint')}
                rows={3}
                {...f}
              />
            )}
          </Field>
          <Field control={control} name="doneOn">
            {(f) => <DateField label={t('form.doneOn')} {...f} />}
          </Field>
        </FormSection>
      )}
    </RecordForm>
  );
}
