/** Seals and opens one bundle, and prints the peak of its own memory in megabytes after each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BundleSubject } from './bundle-subject.ts';

const peak = (): string => (process.resourceUsage().maxRSS / 1_000).toFixed(0);

const folder = mkdtempSync(join(tmpdir(), 'steady-state-bench-'));
try {
  const subject = await BundleSubject.of(Number(process.argv[2]));
  const before = peak();
  await subject.writeBundleTo(join(folder, 'bundle'));
  const sealed = peak();
  await subject.openBundleAt(join(folder, 'bundle'));
  process.stdout.write(`${before} ${sealed} ${peak()}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
