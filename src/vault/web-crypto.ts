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
