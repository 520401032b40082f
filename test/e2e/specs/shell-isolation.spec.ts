import { expect, test } from '../fixtures/app.ts';

test('the page holds a bridge of two functions, and no Node', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    bridge: Object.keys(window.steadyState).sort(),
    node: ['require', 'process', 'module', 'Buffer', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
  }));
  expect(seen).toEqual({ bridge: ['invoke', 'on'], node: [] });
});

test('the page comes from the host itself, under a policy without anything from outside', async ({
  app,
}) => {
  const origin = await app.page.evaluate(() => location.origin);
  if (app.host === 'electron') expect(origin).toBe('app://steady-state');
  else expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

  const violated = await app.page.evaluate(async () => {
    const found = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      found.add(effectiveDirective);
    });
    const image = document.createElement('img');
    image.src = 'https://example.org/pixel.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    const script = document.createElement('script');
    try {
      script.src = 'https://example.org/script.js';
    } catch {
      found.add('trusted-types');
    }
    document.body.append(image, frame, style, script);
    await fetch('https://example.org/').catch(() => undefined);
    // Each is reported when the browser comes to it; the frame last.
    for (let turn = 0; turn < 50 && !found.has('frame-src'); turn += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    for (const each of [image, frame, style, script]) each.remove();
    return [...found];
  });
  expect(violated).toEqual(
    expect.arrayContaining([
      'img-src',
      'frame-src',
      'style-src-elem',
      'connect-src',
      'trusted-types',
    ]),
  );
});

test('text given to eval, or put in as HTML with a handler, does not run', async ({ app }) => {
  const outcome = await app.page.evaluate(async () => {
    const marks = window as unknown as Record<string, unknown>;
    const element = document.createElement('div');
    document.body.append(element);
    const attempts = [
      // oxlint-disable-next-line no-eval -- what must not work is what is tried
      () => void (0, eval)('window.mark = 1'),
      // oxlint-disable-next-line typescript/no-implied-eval -- as above
      () => void setTimeout('window.mark = 1' as never),
      () => {
        element.innerHTML = '<img src=x onerror="window.mark = 1">';
      },
      () => element.setAttribute('onclick', 'window.mark = 1'),
    ];
    let refused = 0;
    // From a timer: what the test itself evaluates is let past the policy.
    await new Promise((resolve) => {
      setTimeout(() => {
        for (const attempt of attempts) {
          try {
            attempt();
          } catch {
            refused += 1;
          }
        }
        element.click();
        setTimeout(resolve, 200);
      });
    });
    element.remove();
    return { refused, mark: marks['mark'] ?? null };
  });
  expect(outcome.mark).toBeNull();
  expect(outcome.refused).toBeGreaterThanOrEqual(2);
});

test('the interface opens without an error and without a breach of its own policy', async ({
  app,
}) => {
  const said: string[] = [];
  app.page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  app.page.on('pageerror', (error) => said.push(error.message));
  await app.page.reload();
  await expect(app.page.locator('#root')).not.toBeEmpty();
  await expect(app.page.getByRole('heading').first()).toBeVisible();
  expect(said).toEqual([]);
});
