import { useDraft, type Draft } from '../../api/use-draft.ts';
import type { UseFormReturn } from 'react-hook-form';
import { z } from 'zod';
import { recordId, shortText } from '../../../shared/model/primitives.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';

const schema = z.object({
  rejected: z.array(z.object({ contactId: recordId, reason: shortText })),
});
type Values = z.input<typeof schema>;

/** What is said to one contact that a bundle offers; who is not named is accepted. */
export interface ContactAnswer {
  readonly contactId: string;
  readonly answer: 'rejected';
  readonly reason: string;
}

export interface OfferAnswersState {
  readonly form: UseFormReturn<Values, unknown, z.output<typeof schema>>;
  readonly draft: Draft;
  /** The answers as the vault takes them; null where a reason is missing, which then says so. */
  readonly check: () => Promise<readonly ContactAnswer[] | null>;
}

/** Names the draft of the answers to one bundle. */
export function answersDraft(bundleId: string): { form: 'entrustment'; key: string } {
  return { form: 'entrustment', key: `answer:${bundleId}` };
}

/** The answers to what a bundle offers, kept as a draft until it is taken in. */
export function useOfferAnswers(bundleId: string): OfferAnswersState {
  const form = useSchemaForm(schema, { rejected: [] });
  const draft = useDraft(form, answersDraft(bundleId));
  const check = async (): Promise<readonly ContactAnswer[] | null> => {
    let answers: readonly ContactAnswer[] | null = null;
    await form.handleSubmit(({ rejected }) => {
      answers = rejected.map((one) => ({ ...one, answer: 'rejected' }));
    })();
    return answers;
  };
  return { form, draft, check };
}
