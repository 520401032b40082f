import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { contactLabels, recordLabel } from '../../../../src/vault/store/labels.ts';
import {
  consentEvent,
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  testId,
  type Fixture,
} from '../db/store-fixture.ts';

let fixture: Fixture;
let store: WriteStore;
beforeEach(() => {
  fixture = makeFixture();
  store = fixture.create();
  writeChangeSet(store, context('create'), (writer) => {
    writer.create('contact', contactNamed('Samira'), testId(1));
    writer.create('meeting-log', meetingLog('First meeting'), testId(2));
    writer.create('consent-event', consentEvent(testId(1)), testId(3));
  });
});
afterEach(() => {
  fixture.dispose();
});

const labels = (): string[] =>
  (
    [
      ['contact', 1],
      ['meeting-log', 2],
      ['consent-event', 3],
      ['action', 4],
    ] as const
  ).map(([type, n]) => recordLabel(store, { type, id: testId(n) }));

describe('the label of a record', () => {
  it('is its name, title or text; of a consent that of the contact; empty where unknown', () => {
    expect(labels()).toEqual(['Samira', 'First meeting', 'Samira', '']);
  });

  it('is the last one it had, once it is gone', () => {
    writeChangeSet(store, context('edit'), (writer) => {
      writer.update('contact', testId(1), contactNamed('Samira B.'));
      writer.update('meeting-log', testId(2), { title: 'Meeting at the river' });
    });
    writeChangeSet(store, context('remove'), (writer) => {
      writer.remove('contact', testId(1));
      writer.remove('meeting-log', testId(2));
    });
    expect([labels(), [...contactLabels(store, [testId(1), testId(9)])]]).toEqual([
      ['Samira B.', 'Meeting at the river', 'Samira B.', ''],
      [
        [testId(1), 'Samira B.'],
        [testId(9), ''],
      ],
    ]);
  });
});
