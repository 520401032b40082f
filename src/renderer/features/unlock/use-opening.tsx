import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import type { Asking } from '../../api/use-ask.ts';
import { OlderScreen } from './OlderScreen.tsx';
import { RescueScreen, type RescueScreenProps } from './RescueScreen.tsx';
import { hasScreen, StoreFailureScreen } from './StoreFailureScreen.tsx';
import { useAcceptance, type Accepted } from './use-acceptance.ts';
import { useCountdown } from './use-countdown.ts';
import { useEntered } from './use-entered.ts';

export interface Opening {
  /** Whole seconds until the next attempt is listened to. */
  readonly left: number;
  /** Tries to open, with nothing accepted so far. */
  readonly open: () => Promise<void>;
  /** What is told instead of the form: an older vault, a damaged one, its rescue; null if nothing. */
  readonly screen: ReactNode;
}

/** Opening the vault by one kind of secret, and everything that may stand in its way. */
export function useOpening(options: {
  readonly unlock: Pick<Asking<never, SessionStatus, Failure>, 'pending' | 'failure' | 'dismiss'>;
  readonly attempt: (accepted: Accepted) => Promise<Outcome<SessionStatus, Failure>>;
  readonly secret: RescueScreenProps['secret'];
  /** The pause that an earlier attempt left behind. */
  readonly pauseSeconds: number;
  readonly onRefused?: () => void;
  /** The officer does not open an older vault. */
  readonly onLeaveOlder: () => void;
}): Opening {
  const { unlock } = options;
  const { failure } = unlock;
  const entered = useEntered();
  const acceptance = useAcceptance();
  const [isRescuing, setRescuing] = useState(false);
  const pause =
    failure?.kind === 'wrong-secret' || failure?.kind === 'too-soon'
      ? failure.retryAfterSeconds
      : options.pauseSeconds;
  const left = useCountdown(pause, failure);

  const attempt = async (accepted: Accepted): Promise<void> => {
    const outcome = await options.attempt(accepted);
    if (outcome.ok) entered(outcome.value);
    else options.onRefused?.();
  };
  const open = (): Promise<void> => attempt(acceptance.none());

  function screen(): ReactNode {
    if (isRescuing) {
      return (
        <RescueScreen
          secret={options.secret}
          onKept={() => {
            setRescuing(false);
            void open();
          }}
          onLeave={() => {
            setRescuing(false);
            unlock.dismiss();
          }}
        />
      );
    }
    if (failure?.kind === 'rolled-back' || failure?.kind === 'keyslots-older') {
      return (
        <OlderScreen
          key={failure.kind}
          failure={failure}
          isPending={unlock.pending}
          onAccept={() => void attempt(acceptance.with(failure.kind))}
          onLeave={options.onLeaveOlder}
        />
      );
    }
    if (failure !== null && hasScreen(failure.kind)) {
      return (
        <StoreFailureScreen
          failure={failure}
          onRetry={unlock.dismiss}
          onRescue={failure.kind === 'damaged' ? () => setRescuing(true) : undefined}
        />
      );
    }
    return null;
  }

  return { left, open, screen: screen() };
}
