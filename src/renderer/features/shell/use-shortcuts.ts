import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { lockVault } from '../../api/lock.ts';
import { isModKey } from '../../components/platform.ts';
import { NAV } from './nav.ts';

/** Keys that hold on every page: Ctrl/⌘ K search, Ctrl/⌘ Shift L lock, Alt 1–9 the places of every day. */
export function useShortcuts({ onSearch }: { readonly onSearch: () => void }): void {
  const navigate = useNavigate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const place = NAV.flat().find(({ digit }) => digit !== null && event.code === `Digit${digit}`);
    if (isModKey(event) && event.shiftKey && event.code === 'KeyL') void lockVault();
    else if (isModKey(event) && !event.shiftKey && event.code === 'KeyK') onSearch();
    else if (event.altKey && !event.ctrlKey && !event.metaKey && place) {
      void navigate({ to: place.to });
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
