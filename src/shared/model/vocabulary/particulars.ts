/** "at a more senior level, including ministerial where appropriate" */
export const APPROACH_LEVELS = ['working', 'senior', 'ministerial'] as const;

export const INVITATION_ANSWERS = ['pending', 'accepted', 'declined'] as const;

/** What came of a referral. */
export const REFERRAL_RESULTS = ['pending', 'accepted', 'declined', 'helped'] as const;

/** A state's answer to a recommendation of the Universal Periodic Review: accepted, or noted. */
export const UPR_RESPONSES = ['pending', 'accepted', 'noted'] as const;

/** Communications of the UN Special Procedures, and what is submitted to a treaty body. */
export const COMMUNICATION_KINDS = [
  'urgent-appeal',
  'allegation-letter',
  'other-letter',
  'treaty-body-submission',
] as const;

export const CSO_ACCESS_KINDS = ['accreditation', 'attendance', 'side-event', 'statement'] as const;
