/**
 * Switches of Chromium that would open the running, unlocked application to another program of this
 * user, or take away what its page is confined by. Electron's fuses do not cover them.
 */
export const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
  'js-flags',
  'user-agent',
  'proxy-server',
  'proxy-pac-url',
  'log-net-log',
  'enable-logging',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
] as const;

/** The first switch given that is refused; null if none is. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return REFUSED_SWITCHES.find((name) => hasSwitch(name)) ?? null;
}
