import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { ok } from '../../shared/outcome.ts';
import { findContact } from '../store/contacts.ts';
import { contactLabels } from '../store/labels.ts';
import {
  findRiskAssessment,
  riskAssessmentsOf,
  riskReviewsDue,
} from '../store/risk-assessments.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { followNewestAssessment } from './risk-level.ts';
import { riskOverTime } from './risk-over-time.ts';
import { write } from './write.ts';

/** What contacts face, as officers judge it: "the risks they, their communities and their families face". */
export const riskHandlers: Handlers<Calls, 'vault', VaultContext>['risks'] = {
  ofContact: ({ store }, { contactId }) => ok(riskAssessmentsOf(store, contactId)),

  get: ({ store }, { id }) => {
    const assessment = findRiskAssessment(store, id);
    if (assessment === null) return notFound('risk-assessment', id);
    const { contactId } = assessment;
    const contactLabel = contactLabels(store, [contactId]).get(contactId) ?? '';
    return ok({ assessment, contactLabel });
  },

  save: (context, { id, fields }) => {
    const { store } = context;
    const before = id === null ? null : findRiskAssessment(store, id);
    if (id !== null && before === null) return notFound('risk-assessment', id);
    if (before !== null && before.contactId !== fields.contactId) {
      return invalid(['fields', 'contactId'], 'of-another-contact');
    }
    if (findContact(store, fields.contactId) === null) return notFound('contact', fields.contactId);
    // A judgement of a day that has not come would outrank every real one until then.
    if (fields.assessedOn > context.today()) return invalid(['fields', 'assessedOn'], 'in-future');
    const { changeSetId, value } = write(context, before ? 'edit' : 'create', (writer) => {
      const savedId = before?.id ?? writer.create('risk-assessment', fields);
      if (before !== null) writer.update('risk-assessment', before.id, fields);
      followNewestAssessment(store, writer, [fields.contactId]);
      return savedId;
    });
    return ok({ id: value, changeSetId });
  },

  remove: (context, { id }) => {
    const { store } = context;
    const found = findRiskAssessment(store, id);
    if (found === null) return notFound('risk-assessment', id);
    const { contactId } = found;
    const { changeSetId } = write(context, 'remove', (writer) => {
      writer.remove('risk-assessment', id);
      followNewestAssessment(store, writer, [contactId]);
      // The level of an assessment that was taken back is nobody's judgement any more.
      const isLast = riskAssessmentsOf(store, contactId).length === 0;
      if (isLast && writer.get('contact', contactId) !== null) {
        writer.update('contact', contactId, { riskLevel: null });
      }
    });
    return ok({ id, changeSetId });
  },

  dueForReview: ({ store }, { until }) => {
    const due = riskReviewsDue(store, until);
    const labels = contactLabels(
      store,
      due.map((assessment) => assessment.contactId),
    );
    return ok(
      due.map(({ id, contactId, level, trend, assessedOn, reviewOn }) => ({
        ...{ id, contactId, level, trend, assessedOn, reviewOn },
        contactLabel: labels.get(contactId) ?? '',
      })),
    );
  },

  overTime: ({ store }, { contactId }) => ok(riskOverTime(store, contactId)),
};
