import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import {
  consentEventsDueBy,
  consentSequences,
  holdingStandings,
} from '../../../../src/vault/store/consent-events.ts';
import {
  consentEvent,
  contactNamed,
  context,
  makeFixture,
  testId,
  type Fixture,
} from '../db/store-fixture.ts';

let fixture: Fixture;
let store: WriteStore;
beforeAll(() => {
  fixture = makeFixture();
  store = fixture.create();
  writeChangeSet(store, context('create'), (writer) => {
    for (const n of [1, 2]) writer.create('contact', contactNamed(`Contact ${n}`), testId(n));
    const given = consentEvent(testId(1));
    writer.create('consent-event', given, testId(11));
    writer.create('consent-event', { ...given, purpose: 'meet', decision: 'refused' }, testId(12));
    const ofTwo = { ...given, contactId: testId(2), expiresOn: '2026-11-30' };
    writer.create('consent-event', ofTwo, testId(13));
    writer.create('consent-event', { ...ofTwo, contactId: testId(3) }, testId(14));
  });
  writeChangeSet(store, context('consent'), (writer) => {
    const given = consentEvent(testId(1));
    writer.create('consent-event', { ...given, audience: 'public' }, testId(15));
  });
});
afterAll(() => {
  fixture.dispose();
});

describe('consent events in the store', () => {
  it('come to what may be held, by the day, of the contacts asked about', () => {
    const on = (today: string, ids?: string[]) => [...holdingStandings(store, ids, today)].sort();
    expect([on('2026-11-30', [testId(1), testId(2)]), on('2026-12-01', [testId(2)])]).toEqual([
      [
        [testId(1), 'live'],
        [testId(2), 'live'],
      ].sort(),
      [[testId(2), 'expired']],
    ]);
  });

  it('answer that from their index alone, so that the list of contacts stays quick', () => {
    const plan = store.orm.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN
      SELECT contact_id, audience, decision, decided_on, expires_on, id FROM consent_event
      WHERE purpose = 'hold-record' AND audience IN ('own-mission', 'any')`);
    expect(plan.map((row) => row.detail)).toEqual([
      'SEARCH consent_event USING COVERING INDEX consent_event_deciding (purpose=?)',
    ]);
  });

  it('are due by a day with all events of the contact, and of current contacts only', () => {
    const due = (until: string) => consentEventsDueBy(store, until).map((event) => event.id);
    expect([due('2026-11-29'), due('2026-11-30')]).toEqual([[], [testId(13)]]);
  });

  it('know their place in the chain', () => {
    const places = consentSequences(store, [testId(11), testId(15), testId(99)]);
    expect([...places]).toEqual(
      [
        [testId(11), 1],
        [testId(15), 2],
      ].sort(),
    );
  });
});
