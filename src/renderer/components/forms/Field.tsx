import type { ReactNode, RefCallback } from 'react';
import {
  useController,
  type Control,
  type FieldError,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
} from 'react-hook-form';
import { useErrorText } from './use-error-text.ts';

export interface Bound<Value> {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
  readonly inputRef: RefCallback<unknown>;
}

export interface FieldBindingProps<
  Values extends FieldValues,
  Name extends FieldPath<Values>,
  Output,
> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: Name;
  readonly children: (field: Bound<FieldPathValue<Values, Name>>) => ReactNode;
}

/**
 * Ties a field to a form:
 * `<Field control={form.control} name="title">{(f) => <TextField label={…} {...f} />}</Field>`.
 * The error's text is ready to show.
 */
export function Field<Values extends FieldValues, Name extends FieldPath<Values>, Output>(
  props: FieldBindingProps<Values, Name, Output>,
): ReactNode {
  const { control, name, children } = props;
  const { field, fieldState } = useController<Values, Name, Output>({ control, name });
  const errorText = useErrorText();
  return children({
    name,
    value: field.value,
    onChange: field.onChange as (value: FieldPathValue<Values, Name>) => void,
    onBlur: field.onBlur,
    error: errorText(ownError(fieldState.error)),
    inputRef: field.ref,
  });
}

/** The error of the value itself: that of a list or object may hold only its members' errors. */
function ownError(error: FieldError | undefined): FieldError | undefined {
  return typeof error?.type === 'string' ? error : error?.root;
}
