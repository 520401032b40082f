import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { OptionalSelect } from '../../components/fields/Select.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow } from '../../components/forms/Form.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { HearingFormParsed, HearingFormValues } from './form-values.ts';

export interface HearingLinksFieldsProps {
  readonly control: Control<HearingFormValues, unknown, HearingFormParsed>;
  readonly contactId: string;
  /** The hearing itself, which cannot follow itself. */
  readonly id: string | null;
}

/** The hearing that it follows, and the detention that it is part of. */
export function HearingLinksFields({ control, contactId, id }: HearingLinksFieldsProps): ReactNode {
  const { t } = useTranslation('custody');
  const format = useFormat();
  const hearings = useCall(client.hearings.ofContact, { contactId });
  const detentions = useCall(client.custody.ofContact, { contactId });
  const before = (hearings.data ?? [])
    .filter((hearing) => hearing.id !== id)
    .map((hearing) => ({
      value: hearing.id,
      label: hearing.title,
      note: format.localDateTime(hearing.startsAt),
    }));
  const during = (detentions.data ?? []).map(({ custody }) => ({
    value: custody.id,
    label: t('hearingForm.custodySince', { date: format.date(custody.since) }),
  }));
  if (before.length === 0 && during.length === 0) return null;
  return (
    <FieldRow>
      {before.length > 0 && (
        <Field control={control} name="previousId">
          {(f) => (
            <OptionalSelect
              label={t('hearingForm.previous')}
              description={t('hearingForm.previousHint')}
              noneLabel={t('hearingForm.previousNone')}
              options={before}
              {...f}
            />
          )}
        </Field>
      )}
      {during.length > 0 && (
        <Field control={control} name="custodyId">
          {(f) => (
            <OptionalSelect
              label={t('hearingForm.custody')}
              noneLabel={t('hearingForm.custodyNone')}
              options={during}
              {...f}
            />
          )}
        </Field>
      )}
    </FieldRow>
  );
}
