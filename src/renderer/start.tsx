import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushDrafts } from './api/pending-drafts.ts';
import { App } from './app/App.tsx';
import { startI18n } from './i18n/i18n.ts';
import { applyPreferences, readPreferences } from './theme/preferences.tsx';

/** Shows the application in the page. */
export async function start(): Promise<void> {
  const preferences = await readPreferences();
  applyPreferences(preferences);
  await startI18n(preferences.locale);
  // The window closes: what was typed since the last save is on its way before the page is gone.
  window.addEventListener('beforeunload', () => void flushDrafts());
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element');
  createRoot(root).render(
    <StrictMode>
      <App preferences={preferences} />
    </StrictMode>,
  );
}
