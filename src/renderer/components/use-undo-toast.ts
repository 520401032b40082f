import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api/call-failure.ts';
import { client } from '../api/client.ts';
import { useFailureWords } from './ErrorNotice.tsx';
import { showToast } from './toasts.tsx';

/**
 * Says that something was done, with a button that takes it back.
 * @returns A function of what was done and of the change set that the write gave; null (nothing
 *   changed) shows no button.
 */
export function useUndoToast(): (title: string, changeSetId: string | null) => void {
  const { t } = useTranslation();
  const words = useFailureWords();
  return useCallback(
    (title, changeSetId) => {
      const undo = async (id: string): Promise<void> => {
        let failure;
        try {
          const outcome = await client.history.undo({ changeSetId: id });
          if (outcome.ok) {
            showToast({ title: t('undone') });
            return;
          }
          failure = outcome.failure;
        } catch (error) {
          failure = failureOf(error);
        }
        const { title: problem, detail } = words(failure);
        showToast({ title: problem, detail, isProblem: true });
      };
      showToast({
        title,
        action:
          changeSetId === null
            ? undefined
            : { label: t('undo'), onPress: () => void undo(changeSetId) },
      });
    },
    [t, words],
  );
}
