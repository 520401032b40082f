import { describe, expect, it } from 'vitest';
import type { OverrideRow } from '../../../../../src/shared/contract/overrides.ts';
import { overrideState } from '../../../../../src/renderer/features/overrides/override-state.ts';

describe('what became of an override', () => {
  const gap = { contactId: 'c', contactLabel: 'Samira', purpose: 'meet', audience: 'un' } as const;
  const asked = { gap: { ...gap, why: 'never-asked' }, now: { ...gap, why: 'refused' } } as const;
  const come = { gap: { ...gap, why: 'never-asked' }, now: null } as const;
  const state = (stands: boolean, missing: OverrideRow['missing']): string =>
    overrideState({ stands, missing });

  it('is pending while one consent has not come, settled when all have, over when it rests on it no more', () => {
    expect([state(true, [come, asked]), state(true, [come]), state(false, [asked])]).toEqual([
      'pending',
      'come',
      'ended',
    ]);
  });
});
