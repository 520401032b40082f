import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '../../../shared/contract/tasks.ts';

export interface TaskWords {
  /** What is to be done: the officer's words, else the usual words of the step. */
  readonly text: (row: Pick<TaskRow, 'step' | 'text'> & Partial<TaskRow>) => string;
  /** The words of the policy paper that give the step; null where it is practice. */
  readonly paper: (row: Pick<TaskRow, 'step'>) => string | null;
}

/** The words of tasks and steps. A step of another version of the application is shown by its slug. */
export function useTaskWords(): TaskWords {
  const { t, i18n } = useTranslation('tasks');
  const word = useCallback(
    (group: 'step' | 'paper' | 'started', slug: string, what?: string): string | null => {
      const key = `${group}.${slug}`;
      const say = t as (name: string, options: { what?: string | undefined }) => string;
      return i18n.exists(key, { ns: 'tasks' }) ? say(key, { what }) : null;
    },
    [t, i18n],
  );
  return {
    text: ({ step, text, startedBy = null }) => {
      if (text === null) return step === null ? '' : (word('step', step) ?? step);
      return startedBy === null ? text : (word('started', startedBy, text) ?? text);
    },
    paper: ({ step }) => (step === null ? null : word('paper', step)),
  };
}
