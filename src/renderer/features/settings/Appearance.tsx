import type { ReactNode } from 'react';
import { Contrast, Monitor, Moon, Palette, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/Card.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { CONTRASTS, LOCALES, TEXT_SIZES, THEMES } from '../../../shared/contract/preferences.ts';
import { usePreferences } from '../../theme/preferences.tsx';
import styles from './SettingsPage.module.css';

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

export function Appearance(): ReactNode {
  const { t } = useTranslation('settings');
  const preferences = usePreferences();
  return (
    <Card title={t('look')} icon={Palette}>
      <div className={styles['fields']}>
        <RadioGroup
          label={t('theme')}
          look="segmented"
          value={preferences.theme}
          onChange={(theme) => preferences.set({ theme })}
          options={THEMES.map((value) => {
            const Icon = THEME_ICONS[value];
            return { value, label: t(`themes.${value}`), icon: <Icon aria-hidden /> };
          })}
        />
        <RadioGroup
          label={t('contrast')}
          look="segmented"
          value={preferences.contrast}
          onChange={(contrast) => preferences.set({ contrast })}
          options={CONTRASTS.map((value) => ({
            value,
            label: t(`contrasts.${value}`),
            icon: value === 'more' && <Contrast aria-hidden />,
          }))}
        />
        <RadioGroup
          label={t('textSize')}
          look="segmented"
          value={preferences.textSize}
          onChange={(textSize) => preferences.set({ textSize })}
          options={TEXT_SIZES.map((value) => ({ value, label: t(`textSizes.${value}`) }))}
        />
        <RadioGroup
          label={t('language')}
          description={t('languageNote')}
          look="segmented"
          value={preferences.locale}
          onChange={(locale) => preferences.set({ locale })}
          options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </div>
    </Card>
  );
}
