import { describe, expect, it } from 'vitest';
import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldError } from 'react-hook-form';
import { contactFields, emptyContactFields } from '../../../../src/shared/model/contact.ts';
import { relationshipFields } from '../../../../src/shared/model/relationship.ts';
import { errorCode } from '../../../../src/renderer/components/forms/error-text.ts';
import { enGb } from '../../../../src/renderer/i18n/resources.ts';

const id = '00000000-0000-7000-8000-000000000001';
const options = { fields: {}, shouldUseNativeValidation: false };

/** The codes that a form would show, by path, for values that break the schema. */
async function codes(
  schema: Parameters<typeof zodResolver>[0],
  values: object,
): Promise<Record<string, string>> {
  const { errors } = await zodResolver(schema as never)(
    values as never,
    undefined,
    options as never,
  );
  const found: Record<string, string> = {};
  const walk = (node: object, path: string): void => {
    if ('type' in node && typeof node.type === 'string') {
      found[path] = errorCode(node as FieldError, enGb.errors);
      return;
    }
    for (const [name, child] of Object.entries(node)) {
      if (typeof child === 'object' && child !== null) {
        walk(child as object, path === '' ? name : `${path}.${name}`);
      }
    }
  };
  walk(errors, '');
  return found;
}

describe('the message at a field', () => {
  it('is told by what the contact schema found wrong', async () => {
    const values = {
      ...emptyContactFields(),
      names: [{ id, kind: 'primary', text: '  ', script: null }],
      codeName: 'x'.repeat(400),
      contactEveryDays: 9_000,
      peacefulMeans: { status: 'met', assessedBy: null, assessedOn: null, ground: '' },
      legitimateBasis: { ground: 'vital-interests', explanation: '' },
      notes: 'bell \u0007',
    };
    expect(await codes(contactFields, values)).toEqual({
      'names.0.text': 'required',
      codeName: 'too-long',
      contactEveryDays: 'too-big',
      'peacefulMeans.assessedOn': 'required-with-finding',
      'peacefulMeans.ground': 'required-with-finding',
      'legitimateBasis.explanation': 'required',
      notes: 'control-character',
    });
  });

  it('says that a list needs at least one', async () => {
    expect(await codes(contactFields, emptyContactFields())).toEqual({ names: 'at-least-one' });
  });

  it('is told by the code that a rule of the model names', async () => {
    const values = {
      fromContactId: id,
      toContactId: id,
      type: 'family-of',
      since: '2026-02-01',
      until: '2026-01-01',
      note: '',
    };
    expect(await codes(relationshipFields, values)).toEqual({
      toContactId: 'same-contact',
      until: 'ends-before-start',
    });
  });
});
