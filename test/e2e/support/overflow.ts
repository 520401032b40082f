import type { Page } from '@playwright/test';

/**
 * What is wider than its place: a page or box that would have to be scrolled sideways, and words
 * or controls that a box cuts off without an ellipsis. What is two-dimensional by nature (WCAG 2.2,
 * 1.4.10) may scroll in a box of its own that says so with `data-scroll="sideways"`.
 *
 * @returns One line for each, empty if all is well.
 */
export function overflowsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Rounding of layout at fractional zoom, in CSS pixels. */
    const slack = 1.5;
    const found = new Set<string>();
    const wide = document.documentElement;
    const name = (element: Element): string => {
      const words = (element.textContent ?? '').trim().replaceAll(/\s+/gu, ' ').slice(0, 40);
      const kind = element.getAttribute('class')?.split(' ')[0] ?? '';
      return `${element.tagName.toLowerCase()}.${kind} "${words}"`;
    };
    const isHidden = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.visibility === 'hidden' || style.clipPath !== 'none') return true;
        if (at.getAttribute('aria-hidden') === 'true') return true;
      }
      return element.getClientRects().length === 0;
    };
    const bears = (element: Element): boolean =>
      element.matches('button, input, textarea, a, img, svg') ||
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    if (wide.scrollWidth > wide.clientWidth + slack) found.add('the page itself');
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const isScroller = style.overflowX === 'auto' || style.overflowX === 'scroll';
      const isWider = element.scrollWidth > element.clientWidth + slack;
      if (isScroller && isWider && element.closest('[data-scroll=sideways]') === null) {
        if (!element.matches('input, textarea')) found.add(`scrolls sideways: ${name(element)}`);
      }
      if (!bears(element) || isHidden(element)) continue;
      const rect = element.getBoundingClientRect();
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(at);
        if (textOverflow === 'ellipsis') break;
        if (overflowX === 'auto' || overflowX === 'scroll') break;
        if (overflowX === 'visible' || at === element) continue;
        const box = at.getBoundingClientRect();
        if (rect.right > box.right + slack || rect.left < box.left - slack) {
          found.add(`cut off: ${name(element)}`);
        }
        break;
      }
    }
    return [...found];
  });
}
