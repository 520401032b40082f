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
import { DEFAULT_PREFERENCES, type PreferenceValues } from '../../shared/contract/preferences.ts';
import { client } from '../api/client.ts';
import { useEvent } from '../api/use-event.ts';
import { showToast } from '../components/toasts.tsx';
import { directionOf } from '../i18n/locales.ts';

export interface Preferences extends PreferenceValues {
  readonly direction: 'ltr' | 'rtl';
  readonly set: (change: Partial<PreferenceValues>) => void;
}

/** What was chosen earlier, as the host keeps it; the defaults where it cannot say. */
export async function readPreferences(): Promise<PreferenceValues> {
  const kept = await client.preferences.get();
  return kept.ok ? kept.value : DEFAULT_PREFERENCES;
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

export interface PreferencesProviderProps {
  readonly initial: PreferenceValues;
  readonly children: ReactNode;
}

/** The preferences for everything below. A change goes to the host and comes back to every window. */
export function PreferencesProvider({ initial, children }: PreferencesProviderProps): ReactNode {
  const [values, setValues] = useState(initial);

  useEvent('preferencesChanged', (after) => {
    setValues(after);
    if (i18next.language !== after.locale) void i18next.changeLanguage(after.locale);
  });

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
    void client.preferences.set(change).then((kept) => {
      if (kept.ok) return;
      showToast({
        title: i18next.t('settings:notKept'),
        detail: i18next.t('settings:notKeptDetail'),
        isProblem: true,
      });
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
