import { randomBytes, timingSafeEqual } from 'node:crypto';
import fs, { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import type { EventName } from '../../src/shared/contract/contract.ts';
import { pageHeaders } from '../../src/shared/host/content-security-policy.ts';
import { openPreferencesFile } from '../../src/shared/host/preferences-file.ts';
import { createRelay, type Relay } from '../../src/shared/host/relay.ts';
import { staticFile } from '../../src/shared/host/static-file.ts';
import { createHostCalls } from './host-calls.ts';
import { createPageSession, type PageSession } from './page-session.ts';
import { startVaultChild } from './vault-child.ts';

export interface PreviewHostOptions {
  /** The folder with the built `renderer`, `vault` and `preview`. */
  readonly outDir: string;
  readonly vaultDir: string;
  /** Where the looks of the interface are kept; its folder is there already. */
  readonly preferencesFile: string;
  readonly version: string;
  /** Put into the environment of the vault process; nothing unless told. */
  readonly vaultEnv?: Readonly<Record<string, string>>;
}

export interface PreviewHost {
  readonly origin: string;
  /** A URL that lets one page in, once. */
  newPageUrl(): string;
  vaultPid(): number | null;
  close(): Promise<void>;
}

/** Largest message taken from the page. */
const MESSAGE_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * Serves the built interface to a browser on this machine, and answers its calls with a vault
 * process. It listens on the loopback address only, at a port the system picks, and takes calls only
 * from a page that it served itself and that brings a ticket.
 */
export async function startPreviewHost(options: PreviewHostOptions): Promise<PreviewHost> {
  const pages = new Set<PageSession>();
  const secrets = createSecrets();
  const sendToAll = (name: EventName, payload: unknown): void => {
    for (const page of pages) page.send({ type: 'event', name, payload });
  };
  const vault = startVaultChild(
    join(options.outDir, 'vault', 'index.cjs'),
    options.vaultDir,
    sendToAll,
    options.vaultEnv,
  );
  const preferences = openPreferencesFile(fs, options.preferencesFile, (values) =>
    sendToAll('preferencesChanged', values),
  );
  const relay: Relay<PageSession> = createRelay(
    vault.link,
    createHostCalls(vault.link, preferences, options.version),
  );

  const server = createServer((request, response) => {
    void serveFile(options.outDir, request, response);
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT_BYTES });
  await listen(server);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;

  server.on('upgrade', (request, socket, head) => {
    // Host and Origin both: another site's page, or a name made to resolve here, gets no socket.
    const { headers } = request;
    if (headers.host !== host || headers.origin !== origin || request.url !== '/bridge') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened: WebSocket) => {
      const page = createPageSession(opened, { relay, admit: secrets.admit });
      pages.add(page);
      opened.on('close', () => pages.delete(page));
    });
  });

  return {
    origin,
    newPageUrl: () => `${origin}/#ticket=${secrets.newTicket()}`,
    vaultPid: vault.pid,
    async close() {
      await vault.link.close();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

interface Secrets {
  newTicket(): string;
  /** The pass that goes with a ticket, which is used up, or with itself; null for any other. */
  admit(secret: string): string | null;
}

function createSecrets(): Secrets {
  const tickets = new Set<string>();
  const pass = randomBytes(32).toString('hex');
  return {
    newTicket() {
      const ticket = randomBytes(32).toString('hex');
      tickets.add(ticket);
      return ticket;
    },
    admit(secret) {
      if (tickets.delete(secret)) return pass;
      const given = Buffer.from(secret);
      const own = Buffer.from(pass);
      return given.length === own.length && timingSafeEqual(given, own) ? pass : null;
    },
  };
}

async function serveFile(
  outDir: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = pageHeaders("'self'");
  const file = staticFile(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  const port = (request.socket.localPort ?? 0).toString();
  if (request.method !== 'GET' || file === null || request.headers.host !== `127.0.0.1:${port}`) {
    response.writeHead(404, headers).end();
    return;
  }
  if (file.path === 'favicon.ico') {
    // Browsers ask for it unbidden; Electron does not, and the interface has none.
    response.writeHead(204, headers).end();
    return;
  }
  try {
    const body =
      file.path === 'preview-bridge.js'
        ? await readFile(join(outDir, 'preview', 'bridge.js'))
        : await readFile(join(outDir, 'renderer', file.path));
    response
      .writeHead(200, { ...headers, 'content-type': file.type })
      .end(file.path === 'index.html' ? withBridge(body.toString('utf8')) : body);
  } catch {
    response.writeHead(404, headers).end();
  }
}

/** Puts the bridge before every script of the page, as a preload would be. */
function withBridge(html: string): string {
  return html.replace('<head>', '<head>\n    <script src="/preview-bridge.js"></script>');
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
}
