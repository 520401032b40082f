import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { PreferenceValues } from '../../../src/shared/contract/preferences.ts';
import { expect, type AppUnderTest } from '../fixtures/app.ts';
import { callFrom } from './calls.ts';
import { overflowsOf } from './overflow.ts';

const SCREENSHOTS = resolve(import.meta.dirname, '..', '..', '..', 'test-results', 'views');
/** WCAG 2.2, levels A and AA, by the names that axe gives its rules. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZE = { width: 1280, height: 800 };
const PLAIN: PreferenceValues = {
  theme: 'light',
  contrast: 'standard',
  textSize: 'normal',
  locale: 'en-GB',
};

/** Every way in which a view is looked at. Only the first meets all rules of axe: it costs most. */
const LOOKS = {
  light: {},
  dark: { theme: 'dark' },
  contrast: { contrast: 'more' },
  'dark-contrast': { theme: 'dark', contrast: 'more' },
  rtl: { locale: 'en-Arab-XB' },
  zoom: {},
} as const satisfies Record<string, Partial<PreferenceValues>>;
export type Look = keyof typeof LOOKS;
/** Those that every view is looked at in: all in the product, in the preview host what may differ. */
export const LOOKS_OF: Readonly<Record<AppUnderTest['host'], readonly Look[]>> = {
  electron: ['light', 'dark', 'rtl', 'zoom'],
  chromium: ['light', 'zoom'],
};

/** Brings the window to the size that views are looked at in. */
export async function setWindow(app: AppUnderTest, zoom: 1 | 2 = 1): Promise<void> {
  if (app.electron === null) {
    await app.page.setViewportSize({ width: SIZE.width / zoom, height: SIZE.height / zoom });
  } else {
    await app.electron.evaluate(
      ({ BrowserWindow }, { size, factor }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(size.width, size.height);
        window?.webContents.setZoomFactor(factor);
      },
      { size: SIZE, factor: zoom },
    );
  }
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(SIZE.width / zoom);
}

/**
 * Looks at the view that is shown, in each of these looks: keeps a picture as
 * `test-results/views/<host>/<name>-<look>.png` and says what is wrong, one line for each.
 */
export async function lookAt(
  app: AppUnderTest,
  name: string,
  looks: readonly Look[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const look of looks) {
    const values: PreferenceValues = { ...PLAIN, ...LOOKS[look] };
    await callFrom(app.page, 'preferences.set', values);
    const root = app.page.locator('html');
    await expect(root).toHaveAttribute('lang', values.locale);
    await expect(root).toHaveAttribute('data-theme', values.theme);
    await expect(root).toHaveAttribute('data-contrast', values.contrast);
    if (look === 'zoom') await setWindow(app, 2);
    await settle(app);
    await keepPicture(app, resolve(SCREENSHOTS, app.host, `${name}-${look}.png`));
    const problems = [
      ...(look === 'rtl' || look === 'zoom' || look === 'light' ? await overflowsOf(app.page) : []),
      ...(look === 'rtl' || look === 'zoom' ? [] : await axeProblems(app, look === 'light')),
    ];
    wrong.push(...problems.map((problem) => `${name}, ${look}: ${problem}`));
    if (look === 'zoom') await setWindow(app, 1);
  }
  await callFrom(app.page, 'preferences.set', PLAIN);
  return wrong;
}

async function keepPicture(app: AppUnderTest, path: string): Promise<void> {
  if (app.electron === null) {
    await app.page.screenshot({ path, animations: 'disabled', caret: 'initial' });
    return;
  }
  // Playwright's own picture of a zoomed window is of one corner of it.
  const png = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, Buffer.from(png, 'base64'));
}

/**
 * Two frames and no skeleton, twice: React has shown the change, and what was asked has come; the
 * first time may still be of the view before.
 */
async function settle(app: AppUnderTest): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await expect(app.page.locator('[aria-busy=true]')).toHaveCount(0);
    await app.page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => requestAnimationFrame(done));
        }),
    );
  }
}

async function axeProblems(app: AppUnderTest, all: boolean): Promise<string[]> {
  // Legacy: Electron's window has no context that could open the blank page axe would use.
  const axe = new AxeBuilder({ page: app.page })
    .setLegacyMode(true)
    // React Aria speaks through an image named by what it speaks of, which may have gone since.
    .exclude('[data-live-announcer]');
  const { violations } = await (
    all ? axe.withTags(WCAG) : axe.withRules(['color-contrast'])
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}
