import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  CONSENT_AUDIENCES,
  CONSENT_CHANNELS,
  CONSENT_DECISIONS,
  CONSENT_GIVERS,
  CONSENT_PURPOSES,
  WITHHELD_PARTS,
} from '../../../shared/model/vocabulary/consent.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { LanguageField } from '../../components/fields/LanguageField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar } from '../../components/forms/Form.tsx';
import { showIssues } from '../../components/forms/show-issues.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { Recorded } from './Consequences.tsx';
import {
  consentFormSettled,
  emptyProxy,
  unfinishedDecision,
  type ConsentFormValues,
} from './form-values.ts';
import { ProxyFields } from './ProxyFields.tsx';
import { WithholdingsEditor } from './WithholdingsEditor.tsx';
import styles from './consents.module.css';

export interface DecisionFormProps {
  readonly contactId: string;
  readonly values: ConsentFormValues;
  /** Once it is recorded, with whether the person also asked to be forgotten. */
  readonly onRecorded: (recorded: Recorded, isToBeForgotten: boolean) => void;
  readonly onCancel: () => void;
}

/** One conversation about consent: several purposes and audiences, one decision. */
export function DecisionForm(props: DecisionFormProps): ReactNode {
  const { contactId, values, onRecorded, onCancel } = props;
  const { t } = useTranslation(['consents', 'common', 'erasure']);
  const label = useLabel();
  const form = useSchemaForm(consentFormSettled, values);
  const draft = useDraft(form, {
    form: 'consent',
    key: draftKey(contactId, values),
    read: unfinishedDecision,
  });
  const record = useAsk(client.consents.record);
  const done = useUndoToast();
  const { control } = form;
  const [purposes, audiences, decision, givenBy] = useWatch({
    control,
    name: ['purposes', 'audiences', 'details.decision', 'details.givenBy'],
  });
  const [isToBeForgotten, setToBeForgotten] = useState(false);
  const isRenewal = values.renews.length > 0;
  const count = purposes.length * audiences.length;

  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Form
      form={form}
      label={t(isRenewal ? 'renew.title' : 'record.title')}
      onSubmit={async (parsed) => {
        const outcome = await record.ask({ contactId, ...parsed });
        if (!outcome.ok) {
          if (showIssues(form, outcome.failure, [])) record.dismiss();
          return;
        }
        await draft.finish();
        const isForgetting = decision !== 'given' && isToBeForgotten;
        // What follows takes the decision along; an undo of it would come to nothing.
        if (!isForgetting) {
          done(t('record.saved', { count: outcome.value.ids.length }), outcome.value.changeSetId);
        }
        onRecorded(outcome.value, isForgetting);
      }}
    >
      <DraftNotice draft={draft} />
      <p className={styles['muted']}>{t(isRenewal ? 'renew.intro' : 'record.intro')}</p>
      <Field control={control} name="details.decision">
        {(f) => (
          <RadioGroup
            label={t('record.decision')}
            look="segmented"
            options={CONSENT_DECISIONS.map((value) => ({ value, label: label('decision', value) }))}
            {...f}
          />
        )}
      </Field>
      {decision !== 'given' && (
        <Checkbox
          label={t('erasure:wish')}
          description={t('erasure:wishHint')}
          value={isToBeForgotten}
          onChange={setToBeForgotten}
        />
      )}
      <Field control={control} name="purposes">
        {(f) => (
          <ChoiceField
            label={t('record.purposes')}
            isRequired
            options={CONSENT_PURPOSES.map((value) => ({ value, label: label('purpose', value) }))}
            {...f}
            error={f.error === undefined ? undefined : t('record.purposesMissing')}
          />
        )}
      </Field>
      <Field control={control} name="audiences">
        {(f) => (
          <ChoiceField
            label={t('record.audiences')}
            description={t('record.audiencesHint')}
            isRequired
            options={CONSENT_AUDIENCES.map((value) => ({ value, label: label('audience', value) }))}
            {...f}
            error={f.error === undefined ? undefined : t('record.audiencesMissing')}
          />
        )}
      </Field>
      <Field control={control} name="details.givenBy">
        {(f) => (
          <RadioGroup
            label={t('record.givenBy')}
            look="segmented"
            options={CONSENT_GIVERS.map((value) => ({ value, label: label('giver', value) }))}
            {...f}
            onChange={(giver) => {
              f.onChange(giver);
              const proxy = form.getValues('details.proxy');
              if (giver === 'proxy' && proxy === null) {
                form.setValue('details.proxy', emptyProxy());
              }
            }}
          />
        )}
      </Field>
      {givenBy === 'proxy' && <ProxyFields control={control} exceptIds={[contactId]} />}
      <FieldRow>
        <Field control={control} name="details.decidedOn">
          {(f) => (
            <DateField
              label={t('record.decidedOn')}
              isRequired
              maxDate={localToday()}
              {...f}
              onChange={(date) => f.onChange(date ?? '')}
            />
          )}
        </Field>
        <Field control={control} name="details.how">
          {(f) => (
            <Select
              label={t('record.how')}
              options={CONSENT_CHANNELS.map((value) => ({
                value,
                label: label('consentChannel', value),
              }))}
              {...f}
            />
          )}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field control={control} name="details.language">
          {(f) => <LanguageField label={t('record.language')} {...f} />}
        </Field>
        <Field control={control} name="details.interpreter">
          {(f) => <TextField label={t('record.interpreter')} {...f} />}
        </Field>
      </FieldRow>
      {decision === 'given' && (
        <>
          <Field control={control} name="details.conditions">
            {(f) => (
              <TextArea
                label={t('record.conditions')}
                description={t('record.conditionsHint')}
                rows={2}
                {...f}
              />
            )}
          </Field>
          <Field control={control} name="details.withheld">
            {(f) => (
              <ChoiceField
                label={t('record.withheld')}
                options={WITHHELD_PARTS.map((value) => ({
                  value,
                  label: label('withheldPart', value),
                }))}
                {...f}
              />
            )}
          </Field>
          <WithholdingsEditor control={control} />
          <Field control={control} name="details.expiresOn">
            {(f) => <DateField label={t('record.expiresOn')} {...f} />}
          </Field>
        </>
      )}
      <Field control={control} name="details.reviewOn">
        {(f) => <DateField label={t('record.reviewOn')} {...f} />}
      </Field>
      <Field control={control} name="details.note">
        {(f) => <TextArea label={t('record.note')} rows={2} {...f} />}
      </Field>
      <ErrorNotice error={record.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button variant="quiet" onPress={onCancel}>
          {t('common:close')}
        </Button>
        <Button type="submit" variant="primary" isPending={record.pending}>
          {count === 0 ? t('record.saveNone') : t('record.save', { count })}
        </Button>
      </FormBar>
    </Form>
  );
}

/** A renewal has a draft of its own: it begins filled in, which a new decision must not. */
function draftKey(contactId: string, { renews: [first] }: ConsentFormValues): string {
  return first === undefined ? `new:${contactId}` : first;
}
