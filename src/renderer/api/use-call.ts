import {
  keepPreviousData,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Failure } from '../../shared/contract/failure.ts';
import { CallFailure } from './call-failure.ts';
import { channelOf, type Ask } from './client.ts';
import { callKey } from './query-keys.ts';

interface CallOptions {
  /** Asks nothing while false. */
  readonly enabled?: boolean;
  /** Shows the answer to the last argument until the next one is there (search as you type). */
  readonly keepPrevious?: boolean;
}

/** The options of the query behind a call, for `queryClient.fetchQuery` and the like. */
export function callOptions<Arg, Value, Failed extends Failure>(
  ask: Ask<Arg, Value, Failed>,
  arg: NoInfer<Arg>,
) {
  return queryOptions<Value, CallFailure<Failed>>({
    queryKey: callKey(channelOf(ask), arg),
    queryFn: async () => {
      const outcome = await ask(arg);
      if (!outcome.ok) throw new CallFailure(outcome.failure);
      return outcome.value;
    },
  });
}

/**
 * The answer to a call of the contract, kept until the vault says that its records changed.
 * An expected failure is `error`, as a `CallFailure` (show it with `ErrorNotice`).
 */
export function useCall<Arg, Value, Failed extends Failure>(
  ask: Ask<Arg, Value, Failed>,
  arg: NoInfer<Arg>,
  options: CallOptions = {},
): UseQueryResult<Value, CallFailure<Failed>> {
  return useQuery({
    ...callOptions(ask, arg),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}
