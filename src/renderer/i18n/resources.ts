import actions from '../locales/en-GB/actions.json';
import assessment from '../locales/en-GB/assessment.json';
import brief from '../locales/en-GB/brief.json';
import bundles from '../locales/en-GB/bundles.json';
import calendar from '../locales/en-GB/calendar.json';
import common from '../locales/en-GB/common.json';
import consents from '../locales/en-GB/consents.json';
import contacts from '../locales/en-GB/contacts.json';
import courier from '../locales/en-GB/courier.json';
import directory from '../locales/en-GB/directory.json';
import duplicates from '../locales/en-GB/duplicates.json';
import custody from '../locales/en-GB/custody.json';
import documents from '../locales/en-GB/documents.json';
import door from '../locales/en-GB/door.json';
import entrustments from '../locales/en-GB/entrustments.json';
import erasure from '../locales/en-GB/erasure.json';
import errors from '../locales/en-GB/errors.json';
import failures from '../locales/en-GB/failures.json';
import history from '../locales/en-GB/history.json';
import incidents from '../locales/en-GB/incidents.json';
import impact from '../locales/en-GB/impact.json';
import imports from '../locales/en-GB/imports.json';
import meetings from '../locales/en-GB/meetings.json';
import merge from '../locales/en-GB/merge.json';
import multilateral from '../locales/en-GB/multilateral.json';
import officers from '../locales/en-GB/officers.json';
import particulars from '../locales/en-GB/particulars.json';
import partners from '../locales/en-GB/partners.json';
import plans from '../locales/en-GB/plans.json';
import rhythm from '../locales/en-GB/rhythm.json';
import paper from '../locales/en-GB/paper.json';
import reviews from '../locales/en-GB/reviews.json';
import overrides from '../locales/en-GB/overrides.json';
import risks from '../locales/en-GB/risks.json';
import search from '../locales/en-GB/search.json';
import settings from '../locales/en-GB/settings.json';
import shell from '../locales/en-GB/shell.json';
import tasks from '../locales/en-GB/tasks.json';
import today from '../locales/en-GB/today.json';
import vocabulary from '../locales/en-GB/vocabulary.json';

/** Every text of the interface, by namespace: one file for each feature. */
export const enGb = {
  actions,
  assessment,
  brief,
  bundles,
  calendar,
  common,
  consents,
  contacts,
  courier,
  documents,
  directory,
  duplicates,
  custody,
  door,
  entrustments,
  erasure,
  errors,
  failures,
  history,
  impact,
  imports,
  incidents,
  meetings,
  merge,
  multilateral,
  officers,
  particulars,
  partners,
  risks,
  rhythm,
  paper,
  reviews,
  overrides,
  plans,
  search,
  settings,
  shell,
  tasks,
  today,
  vocabulary,
} as const;

export type Resources = typeof enGb;
