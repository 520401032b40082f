import { expect, type Page } from '@playwright/test';

/** Goes to a cell of the grid of risks by arrow keys alone, as a keyboard user does. */
export async function walkToRating(page: Page, risk: string, bearer: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'The nine risks, by whom they fall on' });
  const row = grid.getByRole('row', { name: risk });
  const cell = row.getByRole('button', { name: new RegExp(`^${risk}, ${bearer}:`, 'u') });
  await grid.focus();
  await pressUntil(page, 'ArrowDown', () =>
    row.evaluate((element) => element.contains(document.activeElement)),
  );
  await pressUntil(page, 'ArrowRight', () =>
    cell.evaluate((element) => element === document.activeElement),
  );
  await expect(cell).toBeFocused();
}

/** More than the grid has rows or columns. */
const MOST_PRESSES = 12;

async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let press = 0; press < MOST_PRESSES && !(await isThere()); press += 1) {
    await page.keyboard.press(key);
  }
}
