import { useRef, useState, type ReactNode } from 'react';
import { Link, Outlet } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LockKeyhole, Search } from 'lucide-react';
import { client } from '../../api/client.ts';
import { lockVault } from '../../api/lock.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Toasts } from '../../components/toasts.tsx';
import { SearchPalette } from '../search/SearchPalette.tsx';
import { Mark } from './Mark.tsx';
import { NAV } from './nav.ts';
import { PreviewBanner } from './PreviewBanner.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './Shell.module.css';

/** The frame around every page of an unlocked vault. */
export function Shell(): ReactNode {
  const { t } = useTranslation(['shell', 'common']);
  const main = useRef<HTMLElement>(null);
  const [isSearching, setSearching] = useState(false);
  const [isNoticeOpen, setNoticeOpen] = useState(true);
  const status = useCall(client.session.status, {});
  const officer = status.data?.officer ?? null;
  useShortcuts({ onSearch: () => setSearching(true) });

  return (
    <div className={styles['frame']}>
      <button type="button" className={styles['skip']} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <PreviewBanner />
      <nav className={styles['side']} aria-label={t('nav.label')}>
        <div className={styles['brand']}>
          <Mark className={styles['mark']} />
          <span>{t('common:appName')}</span>
        </div>
        <Button className={styles['search'] ?? ''} onPress={() => setSearching(true)}>
          <Search aria-hidden />
          <span className={styles['grow']}>{t('search')}</span>
          <KeyHint keys={['mod', 'K']} />
        </Button>
        <div className={styles['places']}>
          {NAV.map((group) => (
            <ul key={group[0]?.to} className={styles['links']}>
              {group.map(({ to, name, icon: Icon, digit }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className={styles['link']}
                    title={t(`nav.${name}`)}
                    {...(digit !== null && { 'aria-keyshortcuts': `Alt+${digit}` })}
                  >
                    <Icon aria-hidden />
                    <span>{t(`nav.${name}`)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          ))}
        </div>
        <div className={styles['foot']}>
          {officer !== null && (
            <div className={styles['who']}>
              <bdi>{officer.name}</bdi>
              <bdi className={styles['post']}>{officer.post}</bdi>
            </div>
          )}
          <IconButton
            icon={LockKeyhole}
            label={t('lockNow')}
            variant="secondary"
            onPress={() => void lockVault()}
          />
        </div>
      </nav>
      <main ref={main} tabIndex={-1} className={styles['main']} id="main">
        {status.data?.keyslotsRepaired === true && isNoticeOpen && (
          <div className={styles['notice']}>
            <Banner tone="warning" onDismiss={() => setNoticeOpen(false)}>
              {t('keyslotsRepaired')}
            </Banner>
          </div>
        )}
        <Outlet />
      </main>
      <SearchPalette isOpen={isSearching} onClose={() => setSearching(false)} />
      <Toasts />
    </div>
  );
}
