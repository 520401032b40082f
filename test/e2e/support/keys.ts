import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/app.ts';

/** More stops than any page has between two things that belong together. */
const STOPS_LIMIT = 60;

/** Goes with a key from stop to stop until `target` has the focus; each stop must show that it has. */
export async function goByKey(page: Page, key: string, target: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS_LIMIT; stop += 1) {
    if ((await target.count()) > 0 && (await hasFocus(target.first()))) return;
    await page.keyboard.press(key);
    await expectFocusShown(page);
  }
  throw new Error(`${key} does not come to ${String(target)} within ${STOPS_LIMIT} stops.`);
}

/**
 * The focused control, or the field or row that stands around or for it, bears an outline of two
 * pixels at least (WCAG 2.2, 2.4.7 and 2.4.13), and is in view.
 */
export async function expectFocusShown(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return 'nothing has the focus';
        const name = `${focused.tagName.toLowerCase()} "${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').slice(0, 40)}"`;
        const box = focused.getBoundingClientRect();
        if (box.bottom < 0 || box.top > innerHeight) return `${name} is out of view`;
        const candidates: Element[] = [];
        for (let at: Element | null = focused; at !== null && candidates.length < 5;) {
          candidates.push(at);
          at = at.parentElement;
        }
        // Where the input of a choice is hidden, what is drawn for it bears the outline.
        const label = focused.closest('label');
        if (label !== null) candidates.push(...label.querySelectorAll('*'));
        const isShown = candidates.some((element) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        });
        return isShown ? 'shown' : `${name} shows no focus`;
      }),
    )
    .toBe('shown');
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) => element === document.activeElement || element.contains(document.activeElement),
  );
}
