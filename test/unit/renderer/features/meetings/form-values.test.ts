import { describe, expect, it } from 'vitest';
import {
  correctionOf,
  emptyMeeting,
  meetingForm,
  meetingFormLenient,
  storedMeeting,
  unfinishedMeeting,
  type StoredMeeting,
} from '../../../../../src/renderer/features/meetings/form-values.ts';

const LOG = '0190b8c0-0000-7000-8000-000000000001';
const CONTACT = '0190b8c0-0000-7000-8000-000000000002';
const PROMISE = '0190b8c0-0000-7000-8000-000000000003';

const stored: StoredMeeting = {
  meeting: {
    id: LOG,
    state: 'sealed',
    startedAt: '2026-11-24T09:30',
    timeZone: 'Africa/Nairobi',
    durationMinutes: 60,
    channel: 'in-person',
    place: 'Café',
    participants: [{ contactId: CONTACT, name: null, role: 'defender' }],
    language: 'sw',
    interpreter: null,
    title: 'Visit',
    said: 'Was followed home.',
    told: 'We raised it.',
    sensitivity: 'sensitive',
    correctsId: null,
    sealedAt: '2026-11-24T12:00:00.000Z',
  },
  row: {
    id: LOG,
    state: 'sealed',
    startedAt: '2026-11-24T09:30',
    timeZone: 'Africa/Nairobi',
    channel: 'in-person',
    title: 'Visit',
    place: 'Café',
    excerpt: '',
    contacts: [],
    sensitivity: 'sensitive',
    promises: 1,
    openPromises: 1,
    correctsId: null,
    correctedById: null,
  },
  promises: [
    {
      id: PROMISE,
      meetingLogId: LOG,
      contactId: CONTACT,
      text: 'Call the lawyer',
      dueOn: '2026-12-01',
      state: 'open',
      settledOn: null,
      toldThemOn: null,
      contactLabel: 'Amina',
      meetingTitle: 'Visit',
    },
  ],
  followUps: [],
  attachments: [],
};

describe('the meeting form', () => {
  it('takes a stored log as it is, without what the form does not change', () => {
    expect(meetingForm.safeParse(storedMeeting(stored)).success).toBe(true);
    expect(storedMeeting(stored).promises.map((promise) => promise.id)).toEqual([PROMISE]);
  });

  it('starts a correction as a new log that names the sealed one and repeats no promise', () => {
    const correction = correctionOf(stored);
    expect([correction.fields.correctsId, correction.fields.said, correction.promises]).toEqual([
      LOG,
      'Was followed home.',
      [],
    ]);
  });

  it('leaves out unused rows at the end, so that an opened row is no error', () => {
    const values = emptyMeeting({
      contactIds: [CONTACT],
      startedAt: '2026-11-24T09:30',
      timeZone: 'UTC',
    });
    const blank = {
      contactId: CONTACT,
      text: ' ',
      dueOn: null,
      state: 'open' as const,
      settledOn: null,
      toldThemOn: null,
    };
    values.fields.title = 'Visit';
    values.promises = [{ ...blank, id: null }];
    values.fields.participants.push({ contactId: null, name: '', role: 'other' });
    const parsed = meetingFormLenient.safeParse(values);
    expect([parsed.data?.promises.length, parsed.data?.fields.participants.length]).toEqual([0, 1]);
  });

  it('keeps an emptied row that is stored, and one in the middle, for their error', () => {
    const values = storedMeeting(stored);
    const first = values.promises[0];
    if (first === undefined) throw new Error('the example has a promise');
    values.promises = [
      { ...first, text: '' },
      { ...first, id: null, text: '' },
    ];
    const parsed = meetingFormLenient.safeParse(values);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['promises.0.text']);
  });

  it('restores what was being typed however unfinished, and nothing of another shape', () => {
    const values = emptyMeeting({ contactIds: [], startedAt: '', timeZone: '' });
    expect(unfinishedMeeting(JSON.parse(JSON.stringify(values)))).toEqual(values);
    expect([unfinishedMeeting({ fields: {} }), unfinishedMeeting(null)]).toEqual([null, null]);
  });
});
