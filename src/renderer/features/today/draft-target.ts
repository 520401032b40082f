import type { LinkProps } from '@tanstack/react-router';

export interface DraftName {
  readonly form: string;
  readonly key: string;
}

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

/**
 * Where a draft goes on: the page whose form it belongs to. Null where the form is part of another
 * page that cannot be told from the key.
 */
export function draftTarget({ form, key }: DraftName): Target | null {
  const owner = key.startsWith('new:') ? key.slice('new:'.length) : null;
  const isNew = key === 'new' || owner !== null;
  switch (form) {
    case 'contact':
      return isNew
        ? { to: '/contacts/new' }
        : { to: '/contacts/$id/edit', params: { id: key } as never };
    case 'meeting-log':
      return isNew
        ? { to: '/meetings/new', search: (owner === null ? {} : { contact: owner }) as never }
        : { to: '/meetings/$id/edit', params: { id: key } as never };
    case 'action':
      return isNew
        ? { to: '/actions/new', search: (owner === null ? {} : { contact: owner }) as never }
        : { to: '/actions/$id/edit', params: { id: key } as never };
    case 'relationship':
      return owner === null
        ? null
        : {
            to: '/contacts/$id',
            params: { id: owner } as never,
            search: { tab: 'relationships' } as never,
          };
    case 'consent':
      return owner === null
        ? null
        : {
            to: '/contacts/$id',
            params: { id: owner } as never,
            search: { tab: 'consent' } as never,
          };
    case 'export':
      return { to: '/bundles/export' };
    case 'officer':
      return { to: '/officers' };
    default:
      return null;
  }
}
