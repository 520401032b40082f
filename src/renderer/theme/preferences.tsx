import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import i18next from 'i18next';
import { I18nProvider } from 'react-aria-components';
import { directionOf, LOCALES, type LocaleTag } from '../i18n/locales.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'standard', 'more'] as const;
export const TEXT_SIZES = ['compact', 'normal', 'large', 'largest'] as const;

/** How the interface looks. Kept beside the vault, not in it: it must hold before unlocking. */
export interface PreferenceValues {
  readonly theme: (typeof THEMES)[number];
  readonly contrast: (typeof CONTRASTS)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
  readonly locale: LocaleTag;
}

export interface Preferences extends PreferenceValues {
  readonly direction: 'ltr' | 'rtl';
  readonly set: (change: Partial<PreferenceValues>) => void;
}

const STORAGE_KEY = 'steady-state.preferences';
const DEFAULTS: PreferenceValues = {
  theme: 'system',
  contrast: 'system',
  textSize: 'normal',
  locale: 'en-GB',
};

/** What was chosen earlier; anything unknown falls to its default, as looks are not worth a fault. */
export function readPreferences(): PreferenceValues {
  let stored: Partial<Record<keyof PreferenceValues, unknown>> = {};
  try {
    stored = JSON.parse(window.localStorage.getItem(STORAGE_KEY) ?? '{}') as typeof stored;
  } catch {
    return DEFAULTS;
  }
  const pick = <Value extends string>(
    allowed: readonly Value[],
    value: unknown,
    otherwise: Value,
  ): Value => allowed.find((one) => one === value) ?? otherwise;
  return {
    theme: pick(THEMES, stored.theme, DEFAULTS.theme),
    contrast: pick(CONTRASTS, stored.contrast, DEFAULTS.contrast),
    textSize: pick(TEXT_SIZES, stored.textSize, DEFAULTS.textSize),
    locale: pick(LOCALES, stored.locale, DEFAULTS.locale),
  };
}

/** Puts the preferences, and what the system asks for, on the root element. */
export function applyPreferences(values: PreferenceValues): void {
  const root = document.documentElement;
  const systemTheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const systemContrast = matchMedia('(prefers-contrast: more)').matches ? 'more' : 'standard';
  root.dataset['theme'] = values.theme === 'system' ? systemTheme : values.theme;
  root.dataset['contrast'] = values.contrast === 'system' ? systemContrast : values.contrast;
  root.dataset['textSize'] = values.textSize;
  root.lang = values.locale;
  root.dir = directionOf(values.locale);
}

const PreferencesContext = createContext<Preferences | null>(null);

export function PreferencesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [values, setValues] = useState(readPreferences);

  useEffect(() => {
    applyPreferences(values);
    const queries = [
      matchMedia('(prefers-color-scheme: dark)'),
      matchMedia('(prefers-contrast: more)'),
    ];
    const onChange = (): void => applyPreferences(values);
    queries.forEach((query) => query.addEventListener('change', onChange));
    return () => queries.forEach((query) => query.removeEventListener('change', onChange));
  }, [values]);

  const set = useCallback((change: Partial<PreferenceValues>) => {
    setValues((before) => {
      const after = { ...before, ...change };
      window.localStorage.setItem(STORAGE_KEY, JSON.stringify(after));
      if (after.locale !== before.locale) void i18next.changeLanguage(after.locale);
      return after;
    });
  }, []);

  const preferences = useMemo(
    () => ({ ...values, direction: directionOf(values.locale), set }),
    [values, set],
  );
  return (
    <PreferencesContext value={preferences}>
      <I18nProvider locale={values.locale}>{children}</I18nProvider>
    </PreferencesContext>
  );
}

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (preferences === null) throw new Error('PreferencesProvider is missing');
  return preferences;
}
