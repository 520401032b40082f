import { findElectron } from './electron-binary.ts';
import { hasDisplay } from './project.ts';
import { findChromium } from './programs.ts';

/** What `npm start` opens on this machine; `why` is the beginning of a sentence for the person. */
export type HostChoice =
  | { readonly kind: 'electron'; readonly executable: string }
  | { readonly kind: 'chromium'; readonly executable: string; readonly why: string }
  | { readonly kind: 'demo'; readonly why: string }
  | { readonly kind: 'none'; readonly why: string };

/**
 * The best host that this machine has: Electron, else the preview host in a Chromium; without a
 * display, the demo. May download Electron.
 */
export async function chooseHost(): Promise<HostChoice> {
  if (!hasDisplay()) {
    return { kind: 'demo', why: 'There is no display (DISPLAY and WAYLAND_DISPLAY are not set)' };
  }
  const electron = await findElectron();
  if (electron.found !== null) return { kind: 'electron', executable: electron.found.executable };
  return withoutElectron(`Electron cannot be had: ${electron.reason}`);
}

/** What is left where Electron cannot be had, or did not start. */
export function withoutElectron(why: string): Extract<HostChoice, { kind: 'chromium' | 'none' }> {
  const executable = findChromium();
  return executable === null ? { kind: 'none', why } : { kind: 'chromium', executable, why };
}
