export interface IdleWatchParts {
  readonly limitMs: number;
  /** A clock that only goes forward. */
  readonly nowMs: () => number;
  /** How long nobody has touched the machine. */
  readonly idleMs: () => number;
  readonly onIdle: () => void;
}

export interface IdleWatch {
  /** Looks once; to be called at short intervals. */
  look(): void;
  setFocused(focused: boolean): void;
}

/**
 * Tells once when nobody has touched the machine, or looked at the window, for the limit; and again
 * only after somebody was there in between.
 */
export function createIdleWatch(parts: IdleWatchParts): IdleWatch {
  let unfocusedSinceMs: number | null = null;
  let told = false;
  return {
    look() {
      const awayMs = unfocusedSinceMs === null ? 0 : parts.nowMs() - unfocusedSinceMs;
      const idle = Math.max(parts.idleMs(), awayMs) >= parts.limitMs;
      if (idle && !told) parts.onIdle();
      told = idle;
    },
    setFocused(focused) {
      if (focused) unfocusedSinceMs = null;
      else unfocusedSinceMs ??= parts.nowMs();
    },
  };
}
