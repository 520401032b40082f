import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactBrief } from '../../../../src/shared/model/brief.ts';
import { briefWords } from '../../../../src/shared/model/brief-words.ts';
import { briefHtml } from '../../../../src/vault/service/brief-html.ts';
import { briefWordsOf } from '../../../support/brief-words.ts';

const CONTACT_ID = randomUUID();

/** A brief with a text in every place that somebody can write in. */
function briefWith(write: () => string): ContactBrief {
  return {
    contactId: CONTACT_ID,
    label: write(),
    otherNames: [write()],
    codeName: write(),
    profession: write(),
    locality: write(),
    country: 'ET',
    languages: ['ti'],
    riskGroups: ['lgbt'],
    methods: [true, false].map((neverUse) => ({
      ...{ kind: 'phone' as const, value: write(), safeHours: write(), note: write() },
      ...{ neverUse, preferred: !neverUse },
    })),
    coverPhrase: write(),
    close: [{ type: 'lawyer-of', label: write(), note: write() }],
    introducedBy: [{ label: write(), note: write() }],
    notToRaise: write(),
    withholdings: [{ what: write(), fromWhom: write(), reason: write() }],
    meetings: [
      {
        ...{ startedAt: '2026-11-20T10:00', timeZone: 'Africa/Khartoum', channel: 'in-person' },
        ...{ place: write(), title: write(), present: [write()], said: write(), told: write() },
      },
    ],
    promises: [{ text: write(), dueOn: '2026-12-01' }],
    dates: [
      {
        ...{ kind: 'hearing', on: '2026-11-26', time: '09:30', timeZone: 'Africa/Khartoum' },
        ...{ text: write(), purpose: null },
      },
      { kind: 'task', on: null, time: null, timeZone: null, text: write(), purpose: null },
    ],
    consents: [
      {
        ...{ purpose: 'meet', audience: 'any', state: 'live', decidedOn: '2026-11-20' },
        ...{ until: '2027-01-31', conditions: write() },
      },
    ],
    risk: {
      level: 'high',
      assessment: {
        ...{ assessedOn: '2026-10-03', trend: 'rising' },
        ratings: [
          ...[{ risk: 'impunity' as const, bearer: 'family' as const, likelihood: 5, severity: 5 }],
        ].map((rating) => ({ ...rating, note: write() })),
        ...{ triggers: write(), mitigations: write(), safetyPlan: write() },
      },
    },
    actions: [
      {
        ...{ type: 'demarche', title: write(), status: 'planned', dueOn: null, owner: write() },
      },
    ],
    leftOut: ['photo'],
  };
}

function pageOf(write: () => string, words = briefWordsOf()): string {
  return briefHtml({ words, briefs: [briefWith(write)], madeOn: '2026-11-24', madeBy: write() });
}

function tagsOf(html: string): string[] {
  return html.match(/<[^>]*>/gu) ?? [];
}

function shownBy(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** What a browser would do something with, were it not text. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...['<script>alert(1)</script>', '<img src=x onerror=1>', '"', "'", '>', '<', '&', '&lt;'],
      ...['</p>', '</style>', '<!--', ']]>', 'javascript:', '‮', 'ሰላም', 'شاهد', '\n', ' a '],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `x${parts.join('')}`);

describe('the brief as a page', () => {
  it('shows whatever was written as text: the tags are the same, the words are all there', () => {
    const plain = tagsOf(pageOf(() => 'x'));
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (texts) => {
        const written: string[] = [];
        const html = pageOf(() => {
          const next = texts[written.length % texts.length] ?? '';
          written.push(next);
          return next;
        });
        expect(tagsOf(html)).toEqual(plain);
        const shown = shownBy(html);
        expect(written.filter((text) => !shown.includes(text))).toEqual([]);
      }),
    );
  });

  it('takes the words of the interface for text, too', () => {
    const html = pageOf(() => 'x', {
      ...briefWordsOf(),
      word: { ...briefWordsOf().word, title: '<script>' },
    });
    expect(html).not.toContain('<script>');
    expect(html).toContain('<title>&lt;script&gt;</title>');
  });

  it('stands for itself: no script, nothing to fetch, its language and direction, links within', () => {
    const html = pageOf(() => 'x', briefWordsOf({ language: 'ar', direction: 'rtl' }));
    expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/u);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|form)\b|\b(?:src|on\w+)=/iu);
    expect(html.match(/href="([^"]*)"/gu)).toEqual([`href="#c-${CONTACT_ID}"`]);
    expect(html).toContain(`<article id="c-${CONTACT_ID}">`);
  });

  it('says of every section what it holds, or that there is nothing', () => {
    const empty: ContactBrief = {
      ...briefWith(() => 'x'),
      ...{ methods: [], coverPhrase: null, close: [], introducedBy: [], notToRaise: ' ' },
      ...{ withholdings: [], meetings: [], promises: [], dates: [], consents: [], actions: [] },
      risk: { level: null, assessment: null },
    };
    const html = briefHtml({
      words: briefWordsOf(),
      briefs: [empty],
      madeOn: '2026-11-24',
      madeBy: 'Sven Sender',
    });
    expect(html.match(/no [a-z-]+/gu)).toEqual([
      ...['no reach', 'no not-to-raise', 'no introduced', 'no meetings', 'no promises'],
      ...['no dates', 'no consents', 'no risk', 'no actions'],
    ]);
    expect(html).toContain('24 Nov 2026');
  });
});

describe('the words of a brief', () => {
  it('have to be all there, in a language that can be written in', () => {
    expect(briefWords.safeParse(briefWordsOf()).success).toBe(true);
    expect(briefWords.safeParse(briefWordsOf({ language: 'a1234567890' })).success).toBe(false);
    const { reach: _, ...others } = briefWordsOf().section;
    const lacking = { ...briefWordsOf(), section: others };
    expect(briefWords.safeParse(lacking).success).toBe(false);
  });
});
