import { useState, type ReactNode, type Ref } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface PassphraseFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** A passphrase, hidden until asked to be shown. Nothing remembers it or checks its spelling. */
export function PassphraseField(props: PassphraseFieldProps): ReactNode {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      className={styles['field'] ?? ''}
      value={props.value}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      autoFocus={props.autoFocus ?? false}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel label={props.label} />
      <div className={cx(styles['control'], styles['row'])}>
        <Input
          ref={props.inputRef}
          className={styles['bare'] ?? ''}
          spellCheck={false}
          autoCapitalize="off"
          dir="ltr"
        />
        <Button
          className={styles['affix'] ?? ''}
          aria-label={isShown ? t('hide') : t('show')}
          aria-pressed={isShown}
          onPress={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </Button>
      </div>
      <FieldNotes description={props.description} error={props.error} />
    </TextField>
  );
}
