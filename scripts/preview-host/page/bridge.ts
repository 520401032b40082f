/// <reference lib="dom" />
import type { Bridge } from '../../../src/shared/contract/client.ts';
import type { HostToPage, PageToHost } from '../protocol.ts';
import { askForPath } from './file-dialog.ts';

/**
 * The page's half of the preview host: the same bridge object that Electron's preload exposes, over
 * a socket to the server that this page came from.
 */
interface Waiting {
  readonly resolve: (outcome: never) => void;
  readonly reject: (error: Error) => void;
}

const PASS_KEY = 'preview-pass';
const waiting = new Map<number, Waiting>();
const listeners = new Map<string, Set<(payload: unknown) => void>>();
const unsent: PageToHost[] = [];
let welcomed = false;
let lastId = 0;

const socket = new WebSocket(`ws://${location.host}/bridge`);

function takeSecret(): string {
  const ticket = location.hash.startsWith('#ticket=') ? location.hash.slice('#ticket='.length) : '';
  if (ticket !== '') history.replaceState(null, '', location.pathname);
  return ticket === '' ? (sessionStorage.getItem(PASS_KEY) ?? '') : ticket;
}

const secret = takeSecret();

function send(message: PageToHost): void {
  if (welcomed || message.type === 'hello') socket.send(JSON.stringify(message));
  else unsent.push(message);
}

function receive(message: HostToPage): void {
  if (message.type === 'welcome') {
    sessionStorage.setItem(PASS_KEY, message.pass);
    welcomed = true;
    for (const each of unsent.splice(0)) send(each);
  } else if (message.type === 'answer') {
    waiting.get(message.id)?.resolve(message.outcome as never);
    waiting.delete(message.id);
  } else if (message.type === 'refused') {
    waiting.get(message.id)?.reject(new Error('No such call.'));
    waiting.delete(message.id);
  } else if (message.type === 'event') {
    for (const listener of listeners.get(message.name) ?? []) listener(message.payload);
  } else {
    const { id } = message;
    void askForPath(message).then((path) => send({ type: 'picked', id, path }));
  }
}

socket.addEventListener('open', () => send({ type: 'hello', secret }));
socket.addEventListener('message', (event: MessageEvent<string>) => {
  receive(JSON.parse(event.data) as HostToPage);
});
socket.addEventListener('close', () => {
  welcomed = false;
  for (const { reject } of waiting.values()) reject(new Error('The preview host has gone.'));
  waiting.clear();
  for (const listener of listeners.get('sessionChanged') ?? []) listener({ state: 'locked' });
});

const bridge: Bridge = {
  invoke(channel, arg) {
    if (socket.readyState > WebSocket.OPEN) {
      return Promise.reject(new Error('The preview host has gone.'));
    }
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send({ type: 'invoke', id, channel, arg });
    });
  },
  on(name, listener) {
    const of = listeners.get(name) ?? new Set();
    listeners.set(name, of);
    of.add(listener);
    return () => void of.delete(listener);
  },
};

Object.defineProperty(window, 'steadyState', { value: Object.freeze(bridge) });
