import { describe, expect, it } from 'vitest';
import { showIssues } from '../../../../src/renderer/components/forms/show-issues.ts';

/** A form that only keeps what is put at its fields. */
function formOf(): { shown: unknown[]; setError: (...args: unknown[]) => void } {
  const shown: unknown[] = [];
  return { shown, setError: (...args) => shown.push(args) };
}

describe('what the vault finds wrong', () => {
  it('is put at the fields that it names, and the first of them takes the focus', () => {
    const form = formOf();
    const all = showIssues(form, {
      kind: 'invalid-argument',
      issues: [
        { path: ['fields', 'occurredOn'], code: 'in-future' },
        { path: ['fields', 'redress', '0', 'on'], code: 'before-incident' },
      ],
    });
    expect([all, form.shown]).toEqual([
      true,
      [
        ['occurredOn', { type: 'custom', message: 'in-future' }, { shouldFocus: true }],
        ['redress.0.on', { type: 'custom', message: 'before-incident' }, { shouldFocus: false }],
      ],
    ]);
  });

  it('is left to a notice where it is at no field of this form, or no finding at all', () => {
    const form = formOf();
    const elsewhere = showIssues(form, {
      kind: 'invalid-argument',
      issues: [
        { path: ['fields'], code: 'invalid' },
        { path: ['id'], code: 'invalid' },
      ],
    });
    expect([elsewhere, showIssues(form, { kind: 'no-space' }), form.shown]).toEqual([
      false,
      false,
      [],
    ]);
  });
});
