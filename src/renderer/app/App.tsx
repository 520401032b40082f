import { useEffect, useState, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { PreferenceValues } from '../../shared/contract/preferences.ts';
import { bridge } from '../api/client.ts';
import { createQueryClient, followVault } from '../api/query-client.ts';
import { PreferencesProvider } from '../theme/preferences.tsx';
import { Door } from './Door.tsx';

/** Everything that holds whatever the state of the vault. */
export function App({ preferences }: { readonly preferences: PreferenceValues }): ReactNode {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => followVault(queryClient, bridge), [queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider initial={preferences}>
        <Door />
      </PreferencesProvider>
    </QueryClientProvider>
  );
}
