import { describe, expect, it } from 'vitest';
import type { ContactPage } from '../../../../src/shared/contract/contacts.ts';
import { isSafeNow } from '../../../../src/shared/model/safe-hours.ts';
import type { RelationshipType } from '../../../../src/shared/model/vocabulary/contact.ts';
import { closeOnes } from '../../../../src/renderer/features/contacts/close-ones.ts';

type Tie = ContactPage['relationships'][number];

function tie(
  label: string,
  type: RelationshipType,
  side: Tie['side'],
  until: string | null = null,
): Tie {
  return {
    relationship: {
      ...{ id: label, fromContactId: 'a', toContactId: 'b', type, until },
      since: null,
      note: '',
    },
    other: { id: label, label, kind: 'person' },
    side,
  };
}

describe('whom to ask where they cannot be reached (the paper: "those close to them if their situation prevents them from being contacted")', () => {
  it('is their proxy, their lawyer and their family, in this order; no other and none whose tie ended', () => {
    const ties = [
      tie('Sister', 'family-of', 'from'),
      tie('Friend', 'friend-of', 'to'),
      tie('Lawyer', 'lawyer-of', 'to'),
      tie('Whose lawyer they are', 'lawyer-of', 'from'),
      tie('Proxy', 'trusted-proxy-of', 'to'),
      tie('Proxy until yesterday', 'trusted-proxy-of', 'to', '2026-11-23'),
      tie('Whose proxy they are', 'trusted-proxy-of', 'from'),
    ];
    expect(closeOnes(ties, '2026-11-24').map(({ label }) => label)).toEqual([
      'Proxy',
      'Lawyer',
      'Sister',
    ]);
  });
});

describe('whether now is a safe hour', () => {
  it('is told by their clock and their day of the week', () => {
    const words = 'after 21:00, not Fridays';
    expect([
      isSafeNow(words, '2026-11-24T20:59'),
      isSafeNow(words, '2026-11-24T21:00'),
      isSafeNow(words, '2026-11-27T21:00'),
    ]).toEqual([false, true, false]);
  });

  it('is not told where the words or their time are not known', () => {
    expect([
      isSafeNow('after prayers', '2026-11-24T21:00'),
      isSafeNow('after 21:00', null),
      isSafeNow(null, '2026-11-24T21:00'),
    ]).toEqual([null, null, null]);
  });
});
