import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { PSEUDO_LOCALE, type LocaleTag } from '../../shared/contract/preferences.ts';
import { pseudoTexts, type Texts } from './pseudo.ts';
import { enGb } from './resources.ts';

/** Starts i18next with every text at hand, so that nothing is ever shown before its words. */
export async function startI18n(locale: LocaleTag): Promise<i18n> {
  const pseudo = Object.fromEntries(
    Object.entries(enGb).map(([namespace, texts]) => [namespace, pseudoTexts(texts as Texts)]),
  );
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en-GB',
    supportedLngs: ['en-GB', PSEUDO_LOCALE],
    load: 'currentOnly',
    resources: { 'en-GB': enGb, [PSEUDO_LOCALE]: pseudo },
    ns: Object.keys(enGb),
    defaultNS: 'common',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18next;
}
