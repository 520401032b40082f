import { PSEUDO_LOCALE, type LocaleTag } from '../../shared/contract/preferences.ts';

export function directionOf(locale: LocaleTag): 'ltr' | 'rtl' {
  return locale === PSEUDO_LOCALE ? 'rtl' : 'ltr';
}

/** The locale that dates and numbers are written in. */
export function formatLocale(locale: LocaleTag): string {
  return locale === PSEUDO_LOCALE ? 'en-GB' : locale;
}
