import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useQueryClient } from '@tanstack/react-query';
import type { Failure } from '../../shared/contract/failure.ts';
import { outdateDraftLists } from './draft-lists.ts';
import { client } from './client.ts';
import { failureOf } from './call-failure.ts';
import { registerDraft } from './pending-drafts.ts';

type DraftForm = Parameters<typeof client.drafts.get>[0]['form'];

const SAVE_AFTER_MS = 400;
/** After a failure the draft stays in the form and is tried again this often. */
const RETRY_AFTER_MS = 4_000;

export interface Draft {
  /** False until the vault has said whether there is a draft: show the form only then. */
  readonly ready: boolean;
  /** When the restored draft was last typed in, or null where none was restored. */
  readonly restoredFrom: string | null;
  readonly state: 'idle' | 'waiting' | 'saved' | 'failed';
  readonly failure: Failure | null;
  /** Throws the draft away and puts the form back to where it began. */
  readonly discard: () => Promise<void>;
  /** To be called when the form was saved for good: forgets the draft. */
  readonly finish: () => Promise<void>;
}

/**
 * Keeps what is typed into a form as an encrypted draft in the vault: 400 ms after the last key,
 * when focus leaves a field, before locking, when the window closes and when the form goes. Restores
 * it on opening.
 * @param key The record being edited, `new`, or `new:<id of what it belongs to>`.
 * @param read Checks the shape of a stored draft, as another version of the form may have written
 *   it; null leaves it unrestored. A function that stays the same between renders.
 */
export function useDraft<Values extends FieldValues, Context, Output>(
  form: UseFormReturn<Values, Context, Output>,
  options: {
    readonly form: DraftForm;
    readonly key: string;
    readonly read?: (body: unknown) => Values | null;
  },
): Draft {
  const { form: name, key, read } = options;
  const queryClient = useQueryClient();
  const [ready, setReady] = useState(false);
  const [restoredFrom, setRestoredFrom] = useState<string | null>(null);
  const [state, setState] = useState<Draft['state']>('idle');
  const [failure, setFailure] = useState<Failure | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  /** What the form held when last stored, restored or begun: only a difference is an edit. */
  const known = useRef('');
  const closed = useRef(false);
  const begun = useRef<Values | null>(null);

  const flush = useCallback(async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const now = JSON.stringify(form.getValues());
    if (closed.current || now === known.current) return;
    let failed: Failure | null = null;
    try {
      const body = JSON.parse(now) as Parameters<typeof client.drafts.put>[0]['body'];
      const outcome = await client.drafts.put({ form: name, key, body });
      if (!outcome.ok) failed = outcome.failure;
    } catch (error) {
      failed = failureOf(error);
    }
    setFailure(failed);
    if (failed === null) {
      known.current = now;
      setState('saved');
      await outdateDraftLists(queryClient);
      return;
    }
    setState('failed');
    if (failed.kind !== 'locked' && !closed.current) {
      timer.current ??= setTimeout(() => void flush(), RETRY_AFTER_MS);
    }
  }, [form, name, key, queryClient]);

  useEffect(() => {
    let gone = false;
    closed.current = false;
    void (async () => {
      try {
        const outcome = await client.drafts.get({ form: name, key });
        if (gone) return;
        begun.current ??= structuredClone(form.getValues());
        const stored = outcome.ok ? outcome.value : null;
        const body = stored === null ? null : read ? read(stored.body) : (stored.body as Values);
        if (stored !== null && body !== null) {
          form.reset(body, { keepDefaultValues: true });
          setRestoredFrom(stored.updatedAt);
        } else if (!outcome.ok) setFailure(outcome.failure);
        known.current = JSON.stringify(form.getValues());
      } catch (error) {
        if (!gone) setFailure(failureOf(error));
      }
      if (!gone) setReady(true);
    })();
    return () => {
      gone = true;
    };
  }, [form, name, key, read]);

  useEffect(() => {
    if (!ready) return;
    const stopWatching = form.subscribe({
      formState: { values: true },
      callback: () => {
        if (closed.current || JSON.stringify(form.getValues()) === known.current) return;
        setState('waiting');
        if (timer.current !== null) clearTimeout(timer.current);
        timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
      },
    });
    const onBlur = (): void => void flush();
    window.addEventListener('focusout', onBlur);
    const unregister = registerDraft(flush);
    return () => {
      stopWatching();
      window.removeEventListener('focusout', onBlur);
      unregister();
      void flush();
    };
  }, [ready, form, flush]);

  const drop = useCallback(async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    await client.drafts.discard({ form: name, key });
    await outdateDraftLists(queryClient);
  }, [name, key, queryClient]);

  const discard = useCallback(async (): Promise<void> => {
    if (begun.current !== null) form.reset(begun.current);
    known.current = JSON.stringify(form.getValues());
    await drop();
    setRestoredFrom(null);
    setState('idle');
  }, [drop, form]);

  const finish = useCallback(async (): Promise<void> => {
    closed.current = true;
    await drop();
  }, [drop]);

  return { ready, restoredFrom, state, failure, discard, finish };
}
