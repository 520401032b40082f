import { expect, it } from 'vitest';

it('the setting made before zod is loaded is the one that zod uses', async () => {
  await import('../../../src/renderer/jitless.ts');
  const { core } = await import('zod');
  expect(core.globalConfig.jitless).toBe(true);
});
