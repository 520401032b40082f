import { type ReactNode } from 'react';
import { RouterProvider } from '@tanstack/react-router';
import { client } from '../api/client.ts';
import { useCall } from '../api/use-call.ts';
import { FirstRun } from '../features/first-run/FirstRun.tsx';
import { Unlock } from '../features/unlock/Unlock.tsx';
import { router } from './router.tsx';

export function Door(): ReactNode {
  const status = useCall(client.session.status, {});
  if (status.data === undefined) return null;
  if (status.data.state === 'no-vault') return <FirstRun />;
  if (status.data.state === 'locked') return <Unlock />;
  return <RouterProvider router={router} />;
}
