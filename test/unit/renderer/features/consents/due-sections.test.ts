import { describe, expect, it } from 'vitest';
import type { ConsentDue } from '../../../../../src/shared/contract/consents.ts';
import { dueSections } from '../../../../../src/renderer/features/consents/due-sections.ts';

function due(part: Partial<ConsentDue>): ConsentDue {
  return {
    eventId: JSON.stringify(part),
    contactId: 'c',
    contactLabel: 'Samira',
    purpose: 'meet',
    audience: 'ngo',
    decision: 'given',
    on: '2026-12-01',
    why: 'expires',
    ...part,
  };
}

describe('dueSections', () => {
  it('parts what has lapsed from what is about to and what is to be asked about, and hides none', () => {
    const sections = dueSections(
      [
        due({ on: '2026-11-23' }),
        due({ on: '2026-11-24' }),
        due({ on: '2026-11-23', why: 'review' }),
      ],
      '2026-11-24',
    );
    expect(sections.map(({ name, conversations }) => [name, conversations.length])).toEqual([
      ['lapsed', 1],
      ['lapsing', 1],
      ['review', 1],
    ]);
  });

  it('makes one conversation of what is due for one contact, day and reason', () => {
    const [section] = dueSections(
      [
        due({}),
        due({ audience: 'un' }),
        due({ decision: 'refused', audience: 'media' }),
        due({ contactId: 'd', contactLabel: 'Tariq' }),
      ],
      '2026-11-24',
    );
    expect(
      section?.conversations.map(({ contactLabel, decision, entries }) => [
        contactLabel,
        decision,
        entries.map(({ audience }) => audience),
      ]),
    ).toEqual([
      ['Samira', 'given', ['ngo', 'un']],
      ['Samira', 'refused', ['media']],
      ['Tariq', 'given', ['ngo']],
    ]);
  });
});
