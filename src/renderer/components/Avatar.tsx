import type { ReactNode } from 'react';
import { Building2, UserRound, UsersRound } from 'lucide-react';
import type { ContactKind } from '../../shared/model/vocabulary/contact.ts';
import { client } from '../api/client.ts';
import { useCall } from '../api/use-call.ts';
import { cx } from './cx.ts';
import { hueOf, initials } from './initials.ts';
import styles from './Avatar.module.css';

export interface AvatarProps {
  readonly name: string;
  readonly kind?: ContactKind | undefined;
  /** SHA-256 of the photo, or null for initials. */
  readonly photo?: string | null | undefined;
  /** In rem. */
  readonly size?: number | undefined;
}

/** A contact's photo, or its initials. Decoration: the name stands beside it. */
export function Avatar({ name, kind = 'person', photo = null, size = 2 }: AvatarProps): ReactNode {
  const picture = useCall(
    client.attachments.read,
    { sha256: photo ?? '' },
    { enabled: photo !== null },
  );
  const letters = initials(name);
  const Icon = kind === 'organisation' ? Building2 : kind === 'group' ? UsersRound : UserRound;
  return (
    <span
      aria-hidden
      className={cx(styles['avatar'], styles[kind], styles[`hue${hueOf(name, 5)}`])}
      style={{ '--avatar-size': `${size}rem` } as React.CSSProperties}
    >
      {picture.data?.shownAs === 'picture' ? (
        <img
          alt=""
          draggable={false}
          src={`data:${picture.data.mediaType};base64,${picture.data.base64}`}
        />
      ) : letters === '' || kind !== 'person' ? (
        <Icon />
      ) : (
        letters
      )}
    </span>
  );
}
