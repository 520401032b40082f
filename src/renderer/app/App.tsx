import { useEffect, useState, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { bridge } from '../api/client.ts';
import { createQueryClient, followVault } from '../api/query-client.ts';
import { PreferencesProvider } from '../theme/preferences.tsx';
import { Door } from './Door.tsx';

/** Everything that holds whatever the state of the vault. */
export function App(): ReactNode {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => followVault(queryClient, bridge), [queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider>
        <Door />
      </PreferencesProvider>
    </QueryClientProvider>
  );
}
