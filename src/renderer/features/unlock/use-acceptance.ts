import { useRef } from 'react';

/** What the officer opens the vault in spite of, after it was told. */
export interface Accepted {
  readonly acceptOlder: boolean;
  readonly acceptOlderKeys: boolean;
}

const NONE: Accepted = { acceptOlder: false, acceptOlderKeys: false };

/**
 * Collects what was accepted in one attempt to open: a vault may be older in both ways, and each is
 * told, and accepted, by itself. A new attempt begins with nothing accepted.
 */
export function useAcceptance(): {
  none(): Accepted;
  with(kind: 'rolled-back' | 'keyslots-older'): Accepted;
} {
  const accepted = useRef(NONE);
  return {
    none: () => (accepted.current = NONE),
    with: (kind) =>
      (accepted.current = {
        ...accepted.current,
        ...(kind === 'rolled-back' ? { acceptOlder: true } : { acceptOlderKeys: true }),
      }),
  };
}
