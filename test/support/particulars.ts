import type { ActionParticulars } from '../../src/shared/model/particulars.ts';
import { particularsFrom } from '../../src/shared/model/particulars-start.ts';

type Of<Type extends ActionParticulars['type']> = Extract<ActionParticulars, { type: Type }>;

/** A demarche with its instruction: reference, date and text. */
export function instructed(): Of<'demarche'> {
  return particularsFrom('demarche', {
    instructionReference: 'TELNO 12',
    instructedOn: '2026-05-30',
    textFromCapital: 'Ask for the date of the trial.',
  }) as Of<'demarche'>;
}

type TextType =
  'public-statement' | 'local-press-release' | 'media-intervention' | 'social-media-post';

/** A text that goes out, cleared, naming nobody. */
export function cleared<Type extends TextType>(type: Type): Of<Type> {
  return particularsFrom(type, {
    text: 'We stand with those who speak up.',
    clearedBy: 'Head of mission',
    clearedOn: '2026-05-30',
  }) as unknown as Of<Type>;
}

/** Particulars of any type with all that the gate wants filled in, naming these. */
export function ready(
  type: ActionParticulars['type'],
  mayBeNamedIds: readonly string[] = [],
): ActionParticulars {
  return particularsFrom(type, {
    ...instructed(),
    ...cleared('public-statement'),
    mayBeNamedIds: [...mayBeNamedIds],
  });
}
