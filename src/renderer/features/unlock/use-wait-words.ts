import { formatLocale } from '../../i18n/locales.ts';
import { usePreferences } from '../../theme/preferences.tsx';

/** A pause in words: `45 seconds`, `3 minutes`. */
export function useWaitWords(): (seconds: number) => string {
  const { locale } = usePreferences();
  return (seconds) => {
    const [value, unit] =
      seconds < 90
        ? ([seconds, 'second'] as const)
        : ([Math.ceil(seconds / 60), 'minute'] as const);
    return new Intl.NumberFormat(formatLocale(locale), {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    }).format(value);
  };
}
