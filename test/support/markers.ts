import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that stand in no file by chance, to be typed in and then looked for. */
export function makeMarkers(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `mk${String(n).padStart(3, '0')}qvzxjw`);
}

/** Every form in which a program may leave a text behind. */
function formsOf(marker: string): Buffer[] {
  const little = Buffer.from(marker, 'utf16le');
  const texts = [Buffer.from(marker), little, Buffer.from(little).swap16()];
  const hex = Buffer.from(marker).toString('hex');
  return [
    ...texts,
    ...texts.flatMap(base64Forms),
    ...[hex, hex.toUpperCase()].map((text) => Buffer.from(text)),
  ];
}

/** In base64 a text looks different at each of three offsets; the ends depend on what is beside. */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.toString('base64');
    return Buffer.from(whole.slice(offset === 0 ? 0 : 4, Math.floor(padded.length / 3) * 4));
  });
}

/** What is found of the markers below a folder, in contents and in names: `<file>: <marker>`. */
export function markersBelow(folder: string, markers: readonly string[]): string[] {
  const needles = markers.map((marker) => ({ marker, forms: formsOf(marker) }));
  // What all of them end with: a file without it holds none, and need not be searched 200 times.
  const hints = formsOf(commonEnd(markers));
  const found: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const bytes = bytesOf(path);
    if (bytes === null) continue;
    if (!hints.some((hint) => bytes.includes(hint) || name.includes(hint.toString()))) continue;
    for (const { marker, forms } of needles) {
      if (name.includes(marker) || forms.some((form) => bytes.includes(form))) {
        found.push(`${name}: ${marker}`);
      }
    }
  }
  return found;
}

/**
 * Null for what has no bytes of its own, as Chromium's links that lead nowhere, and for a file that a
 * running program took away again.
 */
function bytesOf(path: string): Buffer | null {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function commonEnd(markers: readonly string[]): string {
  const [first = ''] = markers;
  let length = first.length;
  while (!markers.every((marker) => marker.endsWith(first.slice(first.length - length)))) {
    length -= 1;
  }
  return first.slice(first.length - length);
}
