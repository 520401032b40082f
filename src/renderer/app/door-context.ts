import { createContext, use } from 'react';

export interface DoorControl {
  /** Shows a new recovery code, to be written down and typed back, in place of everything else. */
  readonly showNewCode: (code: string) => void;
}

export const DoorContext = createContext<DoorControl | null>(null);

export function useDoor(): DoorControl {
  const door = use(DoorContext);
  if (door === null) throw new Error('The door is missing');
  return door;
}
