import { expect, it } from 'vitest';
import imports from '../../../../../src/renderer/locales/en-GB/imports.json' with { type: 'json' };
import { VCARD_REASONS } from '../../../../../src/shared/model/vcard-reasons.ts';

it('says in words why a line of a vCard was changed or refused, for every reason there is', () => {
  expect(Object.keys(imports.reason).sort()).toEqual([...VCARD_REASONS].sort());
});
