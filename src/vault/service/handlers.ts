import type { OpenHandlers } from '../dispatch.ts';
import { importHandlers } from '../import/import-handlers.ts';
import { actionHandlers } from './actions.ts';
import { assessmentHandlers } from './assessments.ts';
import { attachmentHandlers } from './attachments.ts';
import { bundleHandlers } from './bundles.ts';
import { calendarHandlers } from './calendar.ts';
import { consentHandlers } from './consents.ts';
import { contactHandlers } from './contacts.ts';
import { directoryHandlers } from './directory.ts';
import { custodyHandlers } from './custody.ts';
import { draftHandlers } from './drafts.ts';
import { hearingHandlers } from './hearings.ts';
import { historyHandlers } from './history.ts';
import { impactHandlers } from './impact.ts';
import { incidentHandlers } from './incidents.ts';
import { meetingHandlers } from './meetings.ts';
import { multilateralHandlers } from './multilateral.ts';
import { officerHandlers } from './officers.ts';
import { riskHandlers } from './risks.ts';
import { reviewHandlers } from './reviews.ts';
import { overrideHandlers } from './overrides.ts';
import { planHandlers } from './plans.ts';
import { searchHandlers } from './search.ts';
import { taskHandlers } from './tasks.ts';
import { rhythmHandlers } from './rhythm.ts';
import { todayHandlers } from './today.ts';

/** The use cases of an open vault, group by group as in the contract. */
export const openHandlers: OpenHandlers = {
  contacts: contactHandlers,
  attachments: attachmentHandlers,
  meetings: meetingHandlers,
  consents: consentHandlers,
  actions: actionHandlers,
  plans: planHandlers,
  incidents: incidentHandlers,
  risks: riskHandlers,
  reviews: reviewHandlers,
  impact: impactHandlers,
  assessments: assessmentHandlers,
  tasks: taskHandlers,
  rhythm: rhythmHandlers,
  today: todayHandlers,
  directory: directoryHandlers,
  multilateral: multilateralHandlers,
  overrides: overrideHandlers,
  custody: custodyHandlers,
  hearings: hearingHandlers,
  calendar: calendarHandlers,
  search: searchHandlers,
  history: historyHandlers,
  drafts: draftHandlers,
  officers: officerHandlers,
  bundles: bundleHandlers,
  imports: importHandlers,
};
