import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { TrustPill } from './TrustPill.tsx';
import styles from './officers.module.css';

/** An officer in a line, by name, post and trust: said again at every step that is about them. */
export function OfficerLine({ officerId }: { readonly officerId: string }): ReactNode {
  const list = useCall(client.officers.list, {});
  const officer = list.data?.find(({ id }) => id === officerId);
  if (officer === undefined) return null;
  return (
    <p className={styles['name']}>
      <bdi>{officer.name}</bdi>
      <span className={styles['muted']}>
        <bdi>{officer.post}</bdi>
      </span>
      <TrustPill trust={officer.trust} />
    </p>
  );
}
