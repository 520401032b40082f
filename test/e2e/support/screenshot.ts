import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

const SCREENSHOTS = resolve(import.meta.dirname, '..', '..', '..', 'test-results', 'screenshots');

export interface ScreenshotOptions {
  /** Which colour schemes; both unless told. */
  readonly schemes?: readonly ('light' | 'dark')[];
  readonly fullPage?: boolean;
}

/** Saves the page in light and dark as `test-results/screenshots/<host>/<name>-<scheme>.png`. */
export async function saveScreenshot(
  page: Page,
  host: string,
  name: string,
  { schemes = ['light', 'dark'], fullPage = false }: ScreenshotOptions = {},
): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    // Two frames: the first still shows colours of the scheme before.
    await page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => requestAnimationFrame(done));
        }),
    );
    await page.screenshot({
      path: resolve(SCREENSHOTS, host, `${name}-${scheme}.png`),
      fullPage,
      animations: 'disabled',
    });
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
