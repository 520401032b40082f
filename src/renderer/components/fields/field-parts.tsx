import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

/** What every field takes. `error` is a text to show, already in the officer's language. */
export interface FieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly name?: string | undefined;
  readonly onBlur?: (() => void) | undefined;
}

export function FieldLabel({
  label,
  isRequired,
}: Pick<FieldProps, 'label' | 'isRequired'>): ReactNode {
  const { t } = useTranslation();
  return (
    <Label className={styles['label'] ?? ''}>
      {label}
      {isRequired === true && <span className={styles['mark']}>{t('required')}</span>}
    </Label>
  );
}

/** Description and error under a control, both tied to it for a screen reader. */
export function FieldNotes({
  description,
  error,
}: Pick<FieldProps, 'description' | 'error'>): ReactNode {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>
        {error !== undefined && (
          <>
            <CircleAlert aria-hidden />
            <span>{error}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
