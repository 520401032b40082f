import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { Failure } from '../../../shared/contract/failure.ts';

/**
 * Puts what the vault found wrong at the fields of the form that it names, so that a rule which
 * only the vault can check is answered where it was broken. The first of them takes the focus.
 * @param root Where the form's fields are in the argument of the call: `['fields']`.
 * @returns Whether every issue is shown at a field; else the failure is to be shown as a whole.
 */
export function showIssues<Values extends FieldValues, Context, Output>(
  form: Pick<UseFormReturn<Values, Context, Output>, 'setError'>,
  failure: Failure,
  root: readonly string[] = ['fields'],
): boolean {
  if (failure.kind !== 'invalid-argument') return false;
  const own = failure.issues.flatMap(({ path, code }) => {
    const isOwn = root.every((part, index) => path[index] === part);
    return isOwn && path.length > root.length ? [{ path: path.slice(root.length), code }] : [];
  });
  for (const [index, { path, code }] of own.entries()) {
    const error = { type: 'custom', message: code };
    form.setError(path.join('.') as FieldPath<Values>, error, { shouldFocus: index === 0 });
  }
  return own.length === failure.issues.length;
}
