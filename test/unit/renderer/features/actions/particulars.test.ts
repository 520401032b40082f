import { describe, expect, it } from 'vitest';
import {
  emptyAction,
  gatedParticulars,
  unfinishedAction,
} from '../../../../../src/renderer/features/actions/form-values.ts';
import {
  particularKind,
  particularOptions,
} from '../../../../../src/renderer/features/actions/particular-kind.ts';
import { enGb } from '../../../../../src/renderer/i18n/resources.ts';
import { particularFields } from '../../../../../src/shared/model/particulars-start.ts';
import { ACTION_TYPES } from '../../../../../src/shared/model/vocabulary/action.ts';
import {
  GUIDING_PRINCIPLES,
  PILLARS,
} from '../../../../../src/shared/model/vocabulary/guiding-principles.ts';

const { field: labels, hint, note, principles } = enGb.particulars;

describe('the words of the particulars', () => {
  it.each(ACTION_TYPES)('are there for each field of %s, and a sentence of the paper', (type) => {
    const bare = particularFields(type).filter((field) => !Object.hasOwn(labels, field));
    expect([bare, note[type] !== '']).toEqual([[], true]);
  });

  it('are there for nothing else', () => {
    const fields = new Set<string>(ACTION_TYPES.flatMap((type) => particularFields(type)));
    const strange = [...Object.keys(labels), ...Object.keys(hint)].filter(
      (one) => !fields.has(one),
    );
    expect(strange).toEqual([]);
  });

  it('say each of the 31 UN Guiding Principles, which the pillars hold once each', () => {
    const numbers = PILLARS.flatMap((pillar) => GUIDING_PRINCIPLES[pillar]);
    const all = Array.from({ length: 31 }, (_, index) => index + 1);
    expect([...numbers].sort((a, b) => a - b)).toEqual(all);
    expect(Object.keys(principles).map(Number)).toEqual(all);
  });
});

describe('the fields of the particulars', () => {
  it('have a control of their own kind for every field of every type', () => {
    const kinds = new Set(
      ACTION_TYPES.flatMap((type) =>
        particularFields(type).map((field) => {
          const kind = particularKind(field);
          const inner = kind.kind === 'list' ? kind.of : kind;
          if (inner.kind === 'word') {
            const words = enGb.vocabulary[inner.vocabulary];
            expect(Object.keys(words).sort()).toEqual([...particularOptions(type, field)].sort());
          }
          return kind.kind === 'list' ? `list of ${kind.of.kind}` : kind.kind;
        }),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'country',
      'date',
      'flag',
      'list of language',
      'list of number',
      'list of reference',
      'list of word',
      'long-text',
      'number',
      'reference',
      'text',
      'word',
    ]);
  });
});

describe('the form of an action', () => {
  it('takes up a draft from before actions had particulars', () => {
    const { particulars: _, partners, pledges, planId, ...old } = emptyAction('demarche', []);
    expect(unfinishedAction({ ...old, title: 'Half' })).toEqual({
      ...emptyAction('demarche', []),
      title: 'Half',
    });
    expect([partners, pledges, planId]).toEqual([[], [], null]);
  });

  it('asks the gate nothing anew while a text is being typed', () => {
    const typed = (textFromCapital: string) =>
      gatedParticulars('demarche', {
        ...emptyAction('demarche', []).particulars,
        textFromCapital,
      } as never);
    expect(typed('Ask for')).toEqual(typed('Ask for the date'));
    expect(typed('Ask for')).not.toEqual(typed(' '));
  });
});
