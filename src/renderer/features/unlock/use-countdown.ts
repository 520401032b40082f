import { useEffect, useState } from 'react';

/**
 * Whole seconds left of a pause, counting down to 0.
 * @param seconds How long the pause is; a new `turn` starts it anew.
 */
export function useCountdown(seconds: number, turn: unknown): number {
  const [left, setLeft] = useState(Math.ceil(seconds));
  useEffect(() => {
    // Monotonic, so that setting the clock neither shortens nor lengthens what is shown.
    const end = performance.now() + seconds * 1_000;
    const tell = (): void => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1_000)));
    tell();
    if (seconds <= 0) return;
    const timer = setInterval(tell, 250);
    return () => clearInterval(timer);
  }, [seconds, turn]);
  return left;
}
