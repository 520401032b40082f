import type { EventPayload } from '../../shared/contract/contract.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { fail } from '../../shared/outcome.ts';
import type { ChangeContext, ChangeReason } from '../db/change-types.ts';
import type { WriteStore } from '../db/store.ts';
import type { OfficerIdentity } from '../keys/officer-identity.ts';

/** What every use case of an open vault is given. */
export interface VaultContext {
  readonly store: WriteStore;
  /** The officer whose vault this is; signs every change set. */
  readonly author: { readonly id: string; readonly name: string };
  readonly officerPost: string;
  readonly device: string;
  /** This officer's secret keys, read from the store when asked for and not kept. */
  identity(): OfficerIdentity;
  /** Calendar date at the officer's place, ISO 8601. */
  today(): string;
  now(): Date;
  readonly grants: {
    /** The path behind a token, or null where no such file was granted for this use. */
    resolve(token: string, mode: 'open' | 'save'): string | null;
  };
  /** Tells every window that records of these types changed. After the commit, never inside. */
  emitChanged(types: readonly RecordType[]): void;
  emitProgress(progress: EventPayload<'progress'>): void;
}

/** Who writes, where and why, as the change log wants it. */
export function because(
  context: Pick<VaultContext, 'author' | 'device'>,
  reason: ChangeReason,
): ChangeContext {
  return { author: context.author, device: context.device, reason };
}

/** The failure of an argument that breaks a rule which needs more than the argument to check. */
export function invalid(
  path: readonly string[],
  code: string,
): { readonly ok: false; readonly failure: FailureOf<'invalid-argument'> } {
  return fail({ kind: 'invalid-argument', issues: [{ path: [...path], code }] });
}

export function notFound(
  type: RecordType,
  id: string,
): { readonly ok: false; readonly failure: FailureOf<'not-found'> } {
  return fail({ kind: 'not-found', record: { type, id } });
}
