import { z } from 'zod';
import { hostCall, nothing } from './define.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'standard', 'more'] as const;
export const TEXT_SIZES = ['compact', 'normal', 'large', 'largest'] as const;

/**
 * The pseudo-locale is English with accents, written from right to left. Its tag names the Arabic
 * script, so that everything that works out a direction from a locale (React Aria, Intl) agrees.
 */
export const PSEUDO_LOCALE = 'en-Arab-XB';
export const LOCALES = ['en-GB', PSEUDO_LOCALE] as const;
export type LocaleTag = (typeof LOCALES)[number];

/**
 * How the interface looks. It must hold before unlocking, so the host keeps it in the open: every
 * member is one of a closed list, and none can ever say anything of a record.
 */
export const preferenceValues = z.strictObject({
  theme: z.enum(THEMES),
  contrast: z.enum(CONTRASTS),
  textSize: z.enum(TEXT_SIZES),
  locale: z.enum(LOCALES),
});
export type PreferenceValues = z.infer<typeof preferenceValues>;

export const DEFAULT_PREFERENCES: PreferenceValues = {
  theme: 'system',
  contrast: 'system',
  textSize: 'normal',
  locale: 'en-GB',
};

export const preferences = {
  get: hostCall({ arg: nothing, result: preferenceValues }),
  /**
   * Changes what is named and leaves the rest. It holds at once, in every window, even where it
   * cannot be kept for the next start; then `no-space`, `read-only` or `internal` says so.
   */
  set: hostCall({
    arg: preferenceValues.partial().refine((change) => Object.keys(change).length > 0),
    result: preferenceValues,
  }),
} as const;
