import type { App, Session, WebContents } from 'electron';

/**
 * Chromium's own reasons to reach the outside, closed before it starts. There is no network on the
 * machines this is for; these make it so on any other.
 */
export function closeProcessToOutside(app: App): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch('disable-http-cache');
  // Nothing here needs 3D, and shader caches would be one more trace on the disk.
  commandLine.appendSwitch('disable-gpu-shader-disk-cache');
}

/** Denies every way out of the one page, in whatever web contents ever come to be. */
export function denyByDefault(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
  });
}

function denyNavigation(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
}

const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:']);

/** Denies permissions, devices, downloads and every request that is not for the page's own files. */
export function denyInSession(session: Session, options: { readonly devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url);
    const allowed =
      LOCAL_SCHEMES.has(protocol) ||
      (options.devTools && (protocol === 'devtools:' || protocol === 'chrome-devtools:'));
    answer({ cancel: !allowed });
  });
}
