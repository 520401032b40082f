/**
 * What a withdrawal starts: something is to be called back, or stopped. The task's text says what
 * (the receiver and the day, the print, the action); these say what is to be done about it.
 */
export const CALL_BACK_STEPS = [
  'stop-action',
  'call-back-bundle',
  'call-back-export',
  'call-back-print',
  'call-back-copy',
] as const;
export type CallBackStep = (typeof CALL_BACK_STEPS)[number];

/** Whether a task is one that a withdrawal started. */
export function isCallBackStep(step: string | null): step is CallBackStep {
  return CALL_BACK_STEPS.some((known) => known === step);
}
