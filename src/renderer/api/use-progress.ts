import { useState } from 'react';
import type { EventPayload } from '../../shared/contract/contract.ts';
import { useEvent } from './use-event.ts';

type Progress = EventPayload<'progress'>;

/** How far the named long operation has come, or null before it says so. */
export function useProgress(operation: Progress['operation']): {
  readonly progress: Progress | null;
  readonly reset: () => void;
} {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEvent('progress', (payload) => {
    if (payload.operation === operation) setProgress(payload);
  });
  return { progress, reset: () => setProgress(null) };
}
