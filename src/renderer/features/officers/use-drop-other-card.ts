import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { OfficerView } from '../../../shared/contract/officers.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useUndoToast } from '../../components/use-undo-toast.ts';

export interface DropOtherCard {
  /** Puts the second card under an officer's identity away; the toast takes that back. */
  readonly drop: (officer: OfficerView) => Promise<void>;
  readonly failure: Failure | null;
}

export function useDropOtherCard(): DropOtherCard {
  const { t } = useTranslation('officers');
  const asking = useAsk(client.officers.dropOtherCard);
  const done = useUndoToast();
  return {
    failure: asking.failure,
    drop: async ({ id, name }) => {
      const outcome = await asking.ask({ id });
      if (outcome.ok) done(t('other.dropped', { name }), outcome.value.changeSetId);
    },
  };
}
