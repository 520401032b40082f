import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { FilePurpose } from '../../src/shared/contract/host.ts';
import type { Relay } from '../../src/shared/host/relay.ts';
import type { HostToPage } from './protocol.ts';

/** What the page may send. Anything else ends its socket. */
const fromPage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), secret: z.string().max(200) }),
  z.strictObject({
    type: z.literal('invoke'),
    id: z.number().int(),
    channel: z.string().max(100),
    arg: z.unknown(),
  }),
  z.strictObject({
    type: z.literal('picked'),
    id: z.number().int(),
    path: z.string().min(1).max(4_096).nullable(),
  }),
]);

/** One page that is connected. */
export interface PageSession {
  send(message: HostToPage): void;
  /** Asks for a file in the page; null if the officer cancels, or the page goes away. */
  pick(
    purpose: FilePurpose,
    dialog: 'open' | 'save',
    suggestedPath: string,
  ): Promise<string | null>;
}

export interface PageSessionParts {
  readonly relay: Relay<PageSession>;
  /** The pass that goes with a secret; null if it opens nothing. */
  readonly admit: (secret: string) => string | null;
}

/** Speaks to one page; nothing is answered before it has brought its secret. */
export function createPageSession(socket: WebSocket, parts: PageSessionParts): PageSession {
  let admitted = false;
  let lastPick = 0;
  const picks = new Map<number, (path: string | null) => void>();

  const session: PageSession = {
    send(message) {
      if (admitted && socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    pick(purpose, dialog, suggestedPath) {
      lastPick += 1;
      const id = lastPick;
      return new Promise((resolve) => {
        picks.set(id, resolve);
        session.send({ type: 'pick', id, purpose, dialog, suggestedPath });
      });
    },
  };

  async function invoke(id: number, channel: string, arg: unknown): Promise<void> {
    try {
      session.send({ type: 'answer', id, outcome: await parts.relay(session, channel, arg) });
    } catch {
      session.send({ type: 'refused', id });
    }
  }

  socket.on('message', (data, isBinary) => {
    const message = isBinary || !Buffer.isBuffer(data) ? null : parse(data.toString('utf8'));
    if (message === null || (message.type === 'hello') === admitted) {
      socket.close(1008);
    } else if (message.type === 'hello') {
      const pass = parts.admit(message.secret);
      if (pass === null) {
        socket.close(1008);
        return;
      }
      admitted = true;
      session.send({ type: 'welcome', pass });
    } else if (message.type === 'invoke') {
      void invoke(message.id, message.channel, message.arg);
    } else {
      picks.get(message.id)?.(message.path);
      picks.delete(message.id);
    }
  });
  socket.on('close', () => {
    for (const resolve of picks.values()) resolve(null);
    picks.clear();
  });
  // A broken frame ends the socket; `close` follows and does the rest.
  socket.on('error', () => undefined);
  return session;
}

function parse(text: string): z.infer<typeof fromPage> | null {
  try {
    const parsed = fromPage.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
