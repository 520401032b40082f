import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ContactPage } from '../../../shared/contract/contacts.ts';
import { relationshipFields } from '../../../shared/model/relationship.ts';
import { recordId } from '../../../shared/model/primitives.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ContactField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar } from '../../components/forms/Form.tsx';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { partsOf, readingOf, READINGS, type Reading } from './relation-reading.ts';

export interface RelationshipDialogProps {
  /** The contact whose page this is. */
  readonly contact: { readonly id: string; readonly label: string };
  /** The tie to change, or null for a new one. */
  readonly tie: ContactPage['relationships'][number] | null;
  readonly onClose: () => void;
}

/** Adds or changes a tie, in words read from this contact's side. */
export function RelationshipDialog(props: RelationshipDialogProps): ReactNode {
  const { t } = useTranslation('contacts');
  return (
    <Dialog
      kind="sheet"
      isOpen
      onClose={props.onClose}
      title={props.tie === null ? t('relation.add') : t('relation.edit')}
    >
      <RelationshipForm {...props} />
    </Dialog>
  );
}

/** What the form holds; put together to a relationship, and checked as one, on saving. */
const schema = z
  .object({
    reading: z.enum(READINGS as [Reading, ...Reading[]]),
    other: recordId.nullable(),
    since: relationshipFields.shape.since,
    until: relationshipFields.shape.until,
    note: relationshipFields.shape.note,
  })
  .superRefine((value, context) => {
    if (value.other === null) {
      context.addIssue({ code: 'custom', path: ['other'], message: 'choose-one' });
    }
    if (value.since !== null && value.until !== null && value.until < value.since) {
      context.addIssue({ code: 'custom', path: ['until'], message: 'ends-before-start' });
    }
  });

const CIRCLE = 'circular-relationship';

function isCircle(failure: Failure): boolean {
  return failure.kind === 'invalid-argument' && failure.issues.every(({ code }) => code === CIRCLE);
}

function RelationshipForm({ contact, tie, onClose }: RelationshipDialogProps): ReactNode {
  const { t } = useTranslation(['contacts', 'common']);
  const label = useLabel();
  const form = useSchemaForm(schema, {
    reading: tie === null ? 'from:colleague-of' : readingOf(tie.side, tie.relationship.type),
    other: tie?.other.id ?? null,
    since: tie?.relationship.since ?? null,
    until: tie?.relationship.until ?? null,
    note: tie?.relationship.note ?? '',
  });
  const draft = useDraft(form, {
    form: 'relationship',
    key: tie?.relationship.id ?? `new:${contact.id}`,
  });
  const save = useAsk(client.contacts.saveRelationship);
  const done = useUndoToast();
  if (!draft.ready) return <Skeleton lines={5} blockSize="2rem" />;

  const submit = async ({ reading, other, ...rest }: z.output<typeof schema>): Promise<void> => {
    if (other === null) return;
    const { side, type } = partsOf(reading);
    const [fromContactId, toContactId] =
      side === 'from' ? [contact.id, other] : [other, contact.id];
    const outcome = await save.ask({
      id: tie?.relationship.id ?? null,
      fields: { fromContactId, toContactId, type, ...rest },
    });
    if (!outcome.ok) {
      // Whichever end the vault names, in this form it is the other contact.
      if (isCircle(outcome.failure)) {
        form.setError('other', { type: 'custom', message: CIRCLE }, { shouldFocus: true });
        save.dismiss();
      }
      return;
    }
    await draft.finish();
    done(t('relation.saved'), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Form form={form} label={t('relation.title')} onSubmit={submit}>
      <DraftNotice draft={draft} />
      <Field control={form.control} name="reading">
        {(field) => (
          <Select
            label={t('relation.sentence', { name: contact.label })}
            {...field}
            options={READINGS.map((value) => {
              const { side, type } = partsOf(value);
              const words =
                side === 'from'
                  ? label('relationshipType', type)
                  : label('relationshipTypeReverse', type);
              return { value, label: `${words} …` };
            })}
          />
        )}
      </Field>
      <Field control={form.control} name="other">
        {(field) => (
          <ContactField label={t('relation.other')} exceptIds={[contact.id]} {...field} />
        )}
      </Field>
      <FieldRow>
        <Field control={form.control} name="since">
          {(field) => <DateField label={t('relation.since')} {...field} />}
        </Field>
        <Field control={form.control} name="until">
          {(field) => <DateField label={t('relation.until')} {...field} />}
        </Field>
      </FieldRow>
      <Field control={form.control} name="note">
        {(field) => <TextArea label={t('relation.note')} rows={2} {...field} />}
      </Field>
      <ErrorNotice error={save.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={save.pending}>
          {t('common:save')}
        </Button>
      </FormBar>
    </Form>
  );
}
