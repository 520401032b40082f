import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { Button } from '../Button.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { DraftNotice, DraftState } from './DraftNotice.tsx';
import { Form, FormBar } from './Form.tsx';
import type { RecordFormState } from './use-record-form.ts';

export interface RecordFormProps<Input extends FieldValues, Output, Failed extends Failure> {
  readonly record: RecordFormState<Input, Output, Failed>;
  /** The accessible name of the form. */
  readonly label: string;
  readonly saveLabel: string;
  /** Leaves without saving; the draft stays. */
  readonly onClose: () => Promise<void>;
  /** What there is to say of the failure beyond its words. */
  readonly failureDetail?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a record's form: its draft above, its failure and its buttons below. */
export function RecordForm<Input extends FieldValues, Output, Failed extends Failure>(
  props: RecordFormProps<Input, Output, Failed>,
): ReactNode {
  const { t } = useTranslation();
  const { form, draft, save, submit } = props.record;
  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Form form={form} label={props.label} onSubmit={submit}>
      <DraftNotice draft={draft} />
      {props.children}
      <ErrorNotice error={save.failure}>{props.failureDetail}</ErrorNotice>
      <FormBar note={<DraftState draft={draft} />}>
        <Button variant="quiet" onPress={() => void props.onClose()}>
          {t('close')}
        </Button>
        <Button type="submit" variant="primary" isPending={save.pending}>
          {props.saveLabel}
        </Button>
      </FormBar>
    </Form>
  );
}
