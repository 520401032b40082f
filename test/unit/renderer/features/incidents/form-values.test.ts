import { describe, expect, it } from 'vitest';
import {
  emptyIncident,
  incidentFormLenient,
  newPerpetrator,
  newVictim,
  storedIncident,
  unfinishedIncident,
} from '../../../../../src/renderer/features/incidents/form-values.ts';
import { localToday, localTodayPlus } from '../../../../../src/renderer/i18n/local-today.ts';
import { incidentFields } from '../../../../support/situation.ts';

const contactId = '01930000-0000-7000-8000-000000000001';

function issues(change: object): string[] {
  const values = { ...emptyIncident({ today: localToday() }), title: 'Threat', ...change };
  const parsed = incidentFormLenient.safeParse(values);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('the form of an incident', () => {
  it('begins with who it is about, and claims nothing that nobody said', () => {
    const values = emptyIncident({ today: '2026-11-24', contactIds: [contactId] });
    expect([
      values.victims.map((victim) => [victim.contactId, victim.bearer]),
      values.reliability,
      values.verification,
    ]).toEqual([[[contactId, 'defender']], 'cannot-be-judged', 'unverified']);
  });

  it('asks for a title, and finds a day that has not come at its field', () => {
    expect([
      issues({}),
      issues({ title: ' ' }).map((issue) => issue.split(' ')[0]),
      issues({ occurredOn: localTodayPlus(1) }),
      issues({ endedOn: '2020-01-01' }),
    ]).toEqual([[], ['title'], ['occurredOn in-future'], ['endedOn before-start']]);
  });

  it('leaves out victims at the end that nobody named, and asks for one in the middle', () => {
    const named = { ...newVictim(null), name: 'The valley' };
    const parsed = incidentFormLenient.parse({
      ...emptyIncident({ today: localToday() }),
      title: 'Threat',
      victims: [named, newVictim(null), newVictim(null)],
      perpetrators: [newPerpetrator(null)],
    });
    expect([
      parsed.victims.map(({ name }) => name),
      // Someone unknown is a finding, not an unused row.
      parsed.perpetrators.map(({ type }) => type),
      issues({ victims: [newVictim(null), named] }),
    ]).toEqual([['The valley'], ['unknown'], ['victims.0.name contact-or-name']]);
  });

  it('takes a stored incident and its own unfinished drafts back, and no other body', () => {
    const fields = incidentFields(contactId);
    const values = storedIncident({ ...fields, id: contactId });
    const typed = { ...values, title: '', occurredOn: '' };
    expect([
      values,
      unfinishedIncident(typed),
      unfinishedIncident({ ...values, act: 'unheard-of' }),
      unfinishedIncident({ title: 'of another form' }),
    ]).toEqual([fields, typed, null, null]);
  });
});
