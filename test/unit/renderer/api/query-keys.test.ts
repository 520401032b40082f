import { describe, expect, it } from 'vitest';
import { callKey, isOutdated } from '../../../../src/renderer/api/query-keys.ts';

describe('the key of an answer', () => {
  it('is the same for equal arguments, whatever the order of their properties', () => {
    expect(callKey('contacts.list', { sortBy: 'risk', kinds: ['person'] })).toEqual(
      callKey('contacts.list', { kinds: ['person'], tag: undefined, sortBy: 'risk' }),
    );
  });

  it('differs for another channel and another argument', () => {
    const keys = [
      callKey('contacts.page', { id: 'a' }),
      callKey('contacts.page', { id: 'b' }),
      callKey('actions.get', { id: 'a' }),
    ].map((key) => JSON.stringify(key));
    expect(new Set(keys).size).toBe(3);
  });

  it('stands for no argument as for an empty one', () => {
    expect(callKey('officers.me', undefined)).toEqual(callKey('officers.me', {}));
  });
});

describe('what a change outdates', () => {
  it('is every answer made from records of that type', () => {
    expect([
      isOutdated('contacts.list', ['promise']),
      isOutdated('contacts.list', ['officer']),
      isOutdated('bundles.register', ['contact', 'bundle-entry']),
    ]).toEqual([true, false, true]);
  });

  it('is an answer whose reads are not declared, whatever changed', () => {
    expect(isOutdated('contacts.page', ['officer'])).toBe(true);
  });

  it('is never a draft: what is typed is not a record', () => {
    expect(isOutdated('drafts.list', ['contact', 'action'])).toBe(false);
  });
});
