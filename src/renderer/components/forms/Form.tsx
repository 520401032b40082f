import type { ReactNode } from 'react';
import { useFormState, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Banner } from '../Banner.tsx';
import styles from './Form.module.css';

export interface FormProps<Values extends FieldValues, Output> {
  readonly form: UseFormReturn<Values, unknown, Output>;
  readonly onSubmit: (values: Output) => Promise<void> | void;
  readonly children: ReactNode;
  /** The accessible name of the form. */
  readonly label: string;
  readonly id?: string | undefined;
}

/** A form checked by its schema; Ctrl or ⌘ with Enter submits from any field. */
export function Form<Values extends FieldValues, Output>(
  props: FormProps<Values, Output>,
): ReactNode {
  const { form, onSubmit, label, id, children } = props;
  const submit = form.handleSubmit(onSubmit);
  return (
    <form
      id={id}
      noValidate
      aria-label={label}
      className={styles['form']}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      {children}
      <ErrorSummary form={form} />
    </form>
  );
}

function ErrorSummary<Values extends FieldValues, Output>({
  form,
}: Pick<FormProps<Values, Output>, 'form'>): ReactNode {
  const { t } = useTranslation();
  const { errors, submitCount } = useFormState({ control: form.control });
  const count = countErrors(errors);
  if (submitCount === 0 || count === 0) return null;
  return <Banner tone="warning" role="alert" title={t('form.summary', { count })} />;
}

/** Errors at any depth: a leaf is what has a `type`. */
function countErrors(errors: object): number {
  if ('type' in errors && typeof errors.type === 'string') return 1;
  return Object.entries(errors)
    .filter(([name, value]) => name !== 'ref' && typeof value === 'object' && value !== null)
    .reduce((sum, [, value]) => sum + countErrors(value as object), 0);
}

export interface FormSectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** Fields that belong together, with their title beside them. */
export function FormSection({ title, note, children }: FormSectionProps): ReactNode {
  return (
    <section className={styles['section']} aria-label={title}>
      <div>
        <h2 className={styles['sectionTitle']}>{title}</h2>
        {note !== undefined && <p className={styles['sectionNote']}>{note}</p>}
      </div>
      <div className={styles['sectionBody']}>{children}</div>
    </section>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles['row']}>{children}</div>;
}

export interface FormBarProps {
  /** What is said at the start of the bar: `<DraftState draft={draft} />`. */
  readonly note?: ReactNode;
  /** Cancel, then save. */
  readonly children: ReactNode;
}

/** The buttons of a form, always in view. */
export function FormBar({ note, children }: FormBarProps): ReactNode {
  return (
    <div className={styles['bar']} data-form-bar="">
      <div className={styles['barNote']}>{note}</div>
      {children}
    </div>
  );
}
