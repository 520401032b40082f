import { createDecipheriv } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  isPageAuthentic,
  PAGE_SIZE,
  pageHmacKey,
  SALT_SIZE,
  type DatabaseKey,
} from '../db/page-check.ts';

/** Bytes of a page that SQLite uses: SQLCipher keeps 80 at its end (see page-check.ts). */
export const USABLE_SIZE = PAGE_SIZE - 80;
const IV_SIZE = 16;
const PLAIN_START = Buffer.from('SQLite format 3\0', 'latin1');
const WAL_HEADER_SIZE = 32;
const FRAME_HEADER_SIZE = 24;

/** The pages of a damaged database, decrypted one by one and only in memory. */
export interface PageReader {
  /** Pages from 1 to this number may be there. */
  readonly pages: number;
  /** The page as SQLite sees it; null where it is not authentic, or not there. */
  read(page: number): Buffer | null;
  close(): void;
}

/**
 * Opens the file and its write-ahead log for reading, without SQLite: not a byte of either is
 * changed. A page is given only if its HMAC holds, so what is given is what was once written
 * there. Frames of the log count up to its last commit, each by its own HMAC.
 */
export function openPages(path: string, key: DatabaseKey): PageReader {
  const file = openSync(path, 'r');
  let log: number | null = null;
  try {
    log = existsSync(`${path}-wal`) ? openSync(`${path}-wal`, 'r') : null;
  } catch (error) {
    closeSync(file);
    throw error;
  }
  const hmacKey = pageHmacKey(key);
  const dataKey = Buffer.from(key.dataKey);
  const frames = log === null ? new Map<number, number>() : committedFrames(log, hmacKey);
  const bytes = Buffer.alloc(PAGE_SIZE);

  return {
    pages: Math.max(Math.ceil(fstatSync(file).size / PAGE_SIZE), ...frames.keys()),
    read(page) {
      const frame = frames.get(page);
      const whole =
        log !== null && frame !== undefined
          ? readWhole(log, bytes, frame)
          : readWhole(file, bytes, (page - 1) * PAGE_SIZE);
      return whole && isPageAuthentic(bytes, page, hmacKey)
        ? decrypted(bytes, page, dataKey)
        : null;
    },
    close() {
      hmacKey.fill(0);
      dataKey.fill(0);
      closeSync(file);
      if (log !== null) closeSync(log);
    },
  };
}

/** Where the newest committed content of each page lies in the write-ahead log. */
function committedFrames(log: number, hmacKey: Buffer): Map<number, number> {
  const committed = new Map<number, number>();
  const header = Buffer.alloc(WAL_HEADER_SIZE);
  if (!readWhole(log, header, 0)) return committed;
  const frame = Buffer.alloc(FRAME_HEADER_SIZE);
  const content = Buffer.alloc(PAGE_SIZE);
  const waiting = new Map<number, number>();
  for (let at = WAL_HEADER_SIZE; readWhole(log, frame, at); at += FRAME_HEADER_SIZE + PAGE_SIZE) {
    // Frames of an earlier round of the log have another salt.
    if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) break;
    if (!readWhole(log, content, at + FRAME_HEADER_SIZE)) break;
    const page = frame.readUInt32BE(0);
    if (isPageAuthentic(content, page, hmacKey)) waiting.set(page, at + FRAME_HEADER_SIZE);
    if (frame.readUInt32BE(4) === 0) continue;
    for (const [number, offset] of waiting) committed.set(number, offset);
    waiting.clear();
  }
  return committed;
}

function readWhole(descriptor: number, into: Buffer, at: number): boolean {
  return readSync(descriptor, into, 0, into.length, at) === into.length;
}

/** AES-256-CBC under the raw key, with the IV that stands behind the content. */
function decrypted(page: Buffer, number: number, dataKey: Buffer): Buffer {
  const start = number === 1 ? SALT_SIZE : 0;
  const iv = page.subarray(USABLE_SIZE, USABLE_SIZE + IV_SIZE);
  const decipher = createDecipheriv('aes-256-cbc', dataKey, iv).setAutoPadding(false);
  const content = decipher.update(page.subarray(start, USABLE_SIZE));
  return start === 0 ? content : Buffer.concat([PLAIN_START, content]);
}
