/**
 * The pseudo-locale is English with accents, written from right to left. Its tag names the Arabic
 * script, so that everything that works out a direction from a locale (React Aria, Intl) agrees.
 */
export const PSEUDO_LOCALE = 'en-Arab-XB';
export const LOCALES = ['en-GB', PSEUDO_LOCALE] as const;
export type LocaleTag = (typeof LOCALES)[number];

export function directionOf(locale: LocaleTag): 'ltr' | 'rtl' {
  return locale === PSEUDO_LOCALE ? 'rtl' : 'ltr';
}

/** The locale that dates and numbers are written in. */
export function formatLocale(locale: LocaleTag): string {
  return locale === PSEUDO_LOCALE ? 'en-GB' : locale;
}
