import type { Failure } from '../../shared/contract/failure.ts';

/** What a query throws when a call gives an expected failure: the failure, as a value. */
export class CallFailure<Failed extends Failure = Failure> extends Error {
  readonly failure: Failed;

  constructor(failure: Failed) {
    super(failure.kind);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/**
 * The failure that an error stands for. A fault (the bridge broke, an answer did not fit the
 * contract) becomes `internal`: there is nothing in it that the officer could act on.
 */
export function failureOf(error: unknown): Failure {
  return error instanceof CallFailure
    ? (error.failure as Failure)
    : { kind: 'internal', incident: '' };
}
