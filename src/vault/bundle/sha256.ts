import { webcrypto } from 'node:crypto';

/** SHA-256 in hex, worked out beside whatever else is going on: not in this thread. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
