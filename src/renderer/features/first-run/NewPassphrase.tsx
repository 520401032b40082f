import { useEffect, useRef, useState, type ReactNode } from 'react';
import { PassphraseField } from '../../components/fields/PassphraseField.tsx';
import { passphraseStrength, type Strength } from './passphrase-strength.ts';
import { StrengthMeter } from './StrengthMeter.tsx';

export interface NewPassphraseState {
  readonly passphrase: string;
  readonly again: string;
  readonly strength: Strength;
  readonly setPassphrase: (value: string) => void;
  readonly setAgain: (value: string) => void;
  readonly isStrong: boolean;
  readonly isSame: boolean;
  /**
   * Whether it may be sent: judged now, as the meter lags behind what is typed, and a press that
   * came before it would be lost without a word. Of two presses at once, false for the second.
   */
  readonly isReady: () => Promise<boolean>;
}

/** A new passphrase as typed twice, with its strength. Kept in this state only, never as a draft. */
export function useNewPassphrase(): NewPassphraseState {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [strength, setStrength] = useState<Strength>({ score: 0, word: 'empty' });
  const isJudging = useRef(false);

  useEffect(() => {
    let isLatest = true;
    const timer = setTimeout(() => {
      void passphraseStrength(passphrase).then((result) => {
        if (isLatest) setStrength(result);
      });
    }, 60);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [passphrase]);

  return {
    passphrase,
    again,
    strength,
    setPassphrase,
    setAgain,
    isStrong: strength.word === 'strong',
    isSame: passphrase === again,
    isReady: async () => {
      if (isJudging.current) return false;
      isJudging.current = true;
      const result = await passphraseStrength(passphrase).finally(() => {
        isJudging.current = false;
      });
      setStrength(result);
      return result.word === 'strong' && passphrase === again;
    },
  };
}

export interface NewPassphraseFieldsProps {
  readonly state: NewPassphraseState;
  readonly label: string;
  readonly againLabel: string;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly againError?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

export function NewPassphraseFields(props: NewPassphraseFieldsProps): ReactNode {
  const { state } = props;
  return (
    <>
      <PassphraseField
        label={props.label}
        value={state.passphrase}
        onChange={state.setPassphrase}
        description={props.description}
        error={props.error}
        isDisabled={props.isDisabled}
      />
      <StrengthMeter strength={state.strength} />
      <PassphraseField
        label={props.againLabel}
        value={state.again}
        onChange={state.setAgain}
        error={props.againError}
        isDisabled={props.isDisabled}
      />
    </>
  );
}
