import { expect, it } from 'vitest';
import { passphraseStrength } from '../../../../src/renderer/features/first-run/passphrase-strength.ts';

it('the strength shown while a passphrase is typed rises from 0 to 4', async () => {
  const typed = ['letmein', 'qwertyuiop12', 'violet anchor plain river'];
  const scores = await Promise.all(
    typed.map(async (text) => (await passphraseStrength(text)).score),
  );
  expect(scores).toEqual([0, 1, 4]);
});
