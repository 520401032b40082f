import type { Failure } from '../../shared/contract/failure.ts';
import type { Resources } from '../i18n/resources.ts';

type DetailKey = keyof Resources['failures']['detail'];

export interface FailureText {
  readonly title: keyof Resources['failures']['title'];
  readonly detail: DetailKey;
  /** What the detail's `{{…}}` stand for. Bytes are for the caller to write out. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly limitBytes: number | null;
}

/** Which words tell a failure to the officer. Every kind has its own. */
export function failureText(failure: Failure): FailureText {
  const title = failure.kind;
  const text = (
    detail: DetailKey,
    values: FailureText['values'] = {},
    limitBytes: number | null = null,
  ): FailureText => ({ title, detail, values, limitBytes });
  switch (failure.kind) {
    case 'internal':
      return failure.incident === ''
        ? text('internal')
        : text('internal-incident', { incident: failure.incident });
    case 'weak-passphrase':
      return text(`weak-passphrase-${failure.reason}`);
    case 'recovery-code-mistyped':
      return failure.group === null
        ? text('recovery-code-mistyped')
        : text('recovery-code-mistyped-group', { group: failure.group });
    case 'keyslots-refused':
      return text(`keyslots-refused-${failure.reason}`);
    case 'action-not-ready':
      return text(`action-not-ready-${failure.reason}`);
    case 'not-undoable':
      return text(`not-undoable-${failure.reason}`);
    case 'rolled-back':
      return text('rolled-back', {
        lastSeenSequence: failure.lastSeenSequence,
        foundSequence: failure.foundSequence,
      });
    case 'file-too-large':
      return text('file-too-large', {}, failure.limitBytes);
    case 'bundle-newer-version':
      return text('bundle-newer-version', { version: failure.version });
    case 'bundle-malformed':
      return text('bundle-malformed', { rule: failure.rule });
    default:
      return text(failure.kind);
  }
}
