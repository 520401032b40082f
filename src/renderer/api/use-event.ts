import { useEffect, useEffectEvent } from 'react';
import { listen } from '../../shared/contract/client.ts';
import type { EventName, EventPayload } from '../../shared/contract/contract.ts';
import { bridge } from './client.ts';

/** Calls the listener for each event of this name while the component is shown. */
export function useEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  const latest = useEffectEvent(listener);
  useEffect(() => listen(bridge, name, (payload) => latest(payload)), [name]);
}
