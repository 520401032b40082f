import { useTranslation } from 'react-i18next';
import type { FieldError } from 'react-hook-form';
import { enGb } from '../../i18n/resources.ts';
import { errorCode } from './error-text.ts';

/** The text for a field's error, or undefined where there is none. */
export function useErrorText(): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation('errors');
  return (error) => (error === undefined ? undefined : t(errorCode(error, enGb.errors)));
}
