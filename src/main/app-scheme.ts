import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { pageHeaders } from '../shared/host/content-security-policy.ts';
import { staticFile } from '../shared/host/static-file.ts';
import { rendererDir } from './paths.ts';

export const APP_ORIGIN = 'app://steady-state';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** Makes `app:` a scheme with an origin of its own. Must be called before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: false } },
  ]);
}

/** Serves the built interface, and nothing else on the disk, under `app:`. */
export function serveApp(session: Session): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = url.host === new URL(APP_PAGE).host ? staticFile(url.pathname) : null;
    if (request.method !== 'GET' || file === null) return notFound();
    try {
      const body = await readFile(join(rendererDir, file.path));
      return new Response(new Uint8Array(body), {
        headers: { ...pageHeaders("'none'"), 'content-type': file.type },
      });
    } catch {
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: pageHeaders("'none'") });
}
