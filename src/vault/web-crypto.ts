import { webcrypto } from 'node:crypto';

/**
 * age-encryption and its noble libraries take their random bytes from `globalThis.crypto`, which
 * Node has only from version 19 on. Import this file before them; it changes nothing where the
 * global is already there.
 */
if (!('crypto' in globalThis)) {
  Object.defineProperty(globalThis, 'crypto', {
    value: webcrypto,
    configurable: false,
    enumerable: true,
    writable: false,
  });
}

/** The random source that age uses from here on; exported so that a test can see that it is set. */
export const ageRandomSource: { getRandomValues(bytes: Uint8Array): Uint8Array } =
  globalThis.crypto;
