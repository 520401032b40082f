export const PLAN_STATES = ['open', 'closed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What a like-minded partner or agency does in a joint action: burden sharing. */
export const PARTNER_ROLES = [
  'lead',
  'co-signatory',
  'observer',
  'funder',
  'host',
  'information',
  'other',
] as const;

export const TASK_STATES = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** After how many months an action is reviewed. */
export const REVIEW_MONTHS = [1, 3, 6] as const;
export type ReviewMonths = (typeof REVIEW_MONTHS)[number];

export const REVIEW_HELPED = ['yes', 'partly', 'no', 'too-early', 'unknown'] as const;
/** Whether it cost them: the backlash check. */
export const REVIEW_COST = ['none', 'some', 'serious', 'unknown'] as const;

/** What an organisation offers to defenders ("Emergency help" of the paper). */
export const OFFERED_SERVICES = [
  'practical-help',
  'emergency-funding',
  'risk-analysis',
  'security-strategy',
  'protective-accompaniment',
  'relocation',
  'legal-aid',
  'medical-help',
  'psychosocial-support',
  'digital-security',
  'training',
  'advocacy',
] as const;
export type OfferedService = (typeof OFFERED_SERVICES)[number];
