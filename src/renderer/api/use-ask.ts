import { useCallback, useRef, useState } from 'react';
import { fail, type Outcome } from '../../shared/outcome.ts';
import type { Failure, FailureOf } from '../../shared/contract/failure.ts';
import { failureOf } from './call-failure.ts';
import type { Ask } from './client.ts';

export interface Asking<Arg, Value, Failed> {
  /** Asks, and gives the outcome. A fault gives `internal`, so that a form never hangs. */
  readonly ask: (arg: Arg) => Promise<Outcome<Value, Failed | FailureOf<'internal'>>>;
  readonly pending: boolean;
  /** The failure of the last time, until asked again or dismissed. */
  readonly failure: Failed | FailureOf<'internal'> | null;
  readonly dismiss: () => void;
}

/** A call that changes something, with its pending state and its last failure for `ErrorNotice`. */
export function useAsk<Arg, Value, Failed extends Failure>(
  ask: Ask<Arg, Value, Failed>,
): Asking<Arg, Value, Failed> {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failed | FailureOf<'internal'> | null>(null);
  const last = useRef(0);

  const run = useCallback(
    async (arg: Arg): Promise<Outcome<Value, Failed | FailureOf<'internal'>>> => {
      const turn = ++last.current;
      setPending(true);
      setFailure(null);
      let outcome: Outcome<Value, Failed | FailureOf<'internal'>>;
      try {
        outcome = await ask(arg);
      } catch (error) {
        outcome = fail(failureOf(error) as FailureOf<'internal'>);
      }
      if (turn === last.current) {
        setPending(false);
        setFailure(outcome.ok ? null : outcome.failure);
      }
      return outcome;
    },
    [ask],
  );
  const dismiss = useCallback(() => setFailure(null), []);
  return { ask: run, pending, failure, dismiss };
}
