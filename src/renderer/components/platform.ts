export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}

/** Whether the platform's command key (Ctrl, or ⌘ on a Mac) is down, alone of the two. */
export function isModKey(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>): boolean {
  return isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}
