import { describe, expect, it } from 'vitest';
import type { ConsentEventRow } from '../../../../../src/shared/contract/consents.ts';
import { eventGroups } from '../../../../../src/renderer/features/consents/event-groups.ts';

function event(part: Partial<ConsentEventRow>): ConsentEventRow {
  return {
    id: JSON.stringify(part),
    contactId: 'c',
    purpose: 'meet',
    audience: 'any',
    decision: 'given',
    decidedOn: '2026-11-24',
    givenBy: 'self',
    proxy: null,
    how: 'in-person',
    language: null,
    interpreter: null,
    conditions: '',
    withheld: [],
    expiresOn: null,
    reviewOn: null,
    note: '',
    withholdings: null,
    renewsId: null,
    recordedAt: '2026-11-24T09:00:00.000Z',
    recordedBy: 'A. Officer',
    superseded: false,
    lapsed: false,
    renewedById: null,
    ...part,
  };
}

describe('eventGroups', () => {
  it('makes one entry of one conversation, by purpose with its audiences', () => {
    const groups = eventGroups([
      event({ purpose: 'meet', audience: 'ngo' }),
      event({ purpose: 'meet', audience: 'un' }),
      event({ purpose: 'use-of-name', audience: 'un' }),
    ]);
    expect(groups.map((group) => group.pairs)).toEqual([
      [
        { purpose: 'meet', audiences: ['ngo', 'un'] },
        { purpose: 'use-of-name', audiences: ['un'] },
      ],
    ]);
  });

  it('keeps a conversation that renewed several consents one entry, apart from what was new', () => {
    const groups = eventGroups([
      event({ id: '1', purpose: 'meet', renewsId: 'a' }),
      event({ id: '2', purpose: 'referral', renewsId: 'b' }),
      event({ id: '3', purpose: 'statistics' }),
    ]);
    expect(groups.map(({ ids, isRenewal }) => [ids, isRenewal])).toEqual([
      [['1', '2'], true],
      [['3'], false],
    ]);
  });

  it('keeps apart what was written at another time, differs, or was replaced since', () => {
    const groups = eventGroups([
      event({}),
      event({ purpose: 'statistics', conditions: 'no place' }),
      event({ purpose: 'referral', superseded: true }),
      event({ purpose: 'attend-trial', recordedAt: '2026-11-25T09:00:00.000Z' }),
    ]);
    expect(groups).toHaveLength(4);
  });
});
