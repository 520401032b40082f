import type { LinkProps } from '@tanstack/react-router';

export interface DraftName {
  readonly form: string;
  readonly key: string;
}

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Before the id of the incident that a new one follows, in the key of its draft. */
const FOLLOWS = 'follows:';

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
        ? { to: '/contacts/new', search: (owner === null ? {} : { entry: owner }) as never }
        : { to: '/contacts/$id/edit', params: { id: key } as never };
    case 'meeting-log':
      return isNew
        ? { to: '/meetings/new', search: (owner === null ? {} : { contact: owner }) as never }
        : { to: '/meetings/$id/edit', params: { id: key } as never };
    case 'plan':
      return isNew
        ? { to: '/plans/new', search: (owner === null ? {} : { contact: owner }) as never }
        : { to: '/plans/$id/edit', params: { id: key } as never };
    case 'action':
      if (key.startsWith('plan:')) return actionOfPlanTarget(key);
      if (key.startsWith('as:')) return actionOfTypeTarget(key);
      return isNew
        ? { to: '/actions/new', search: (owner === null ? {} : { contact: owner }) as never }
        : { to: '/actions/$id/edit', params: { id: key } as never };
    case 'task':
      return taskTarget(key);
    case 'incident': {
      const follows = owner?.startsWith(FOLLOWS) === true ? owner.slice(FOLLOWS.length) : null;
      const search = follows === null ? (owner === null ? {} : { contact: owner }) : { follows };
      return isNew
        ? { to: '/incidents/new', search: search as never }
        : { to: '/incidents/$id/edit', params: { id: key } as never };
    }
    case 'risk-assessment':
      return owner === null
        ? { to: '/risks/$id/edit', params: { id: key } as never }
        : { to: '/contacts/$id/assess', params: { id: owner } as never };
    case 'assessment':
      return { to: '/impact', search: { tab: 'assessment', year: Number(key) } as never };
    case 'action-review':
      return owner === null
        ? { to: '/reviews/$id', params: { id: key } as never }
        : { to: '/actions/$id/review', params: { id: owner } as never };
    case 'custody':
      return isNew
        ? { to: '/detentions/new', search: (owner === null ? {} : { contact: owner }) as never }
        : { to: '/detentions/$id/edit', params: { id: key } as never };
    case 'visit-request':
      return isNew
        ? { to: '/visits/new', search: (owner === null ? {} : { detention: owner }) as never }
        : { to: '/visits/$id/edit', params: { id: key } as never };
    case 'hearing':
      return isNew
        ? { to: '/hearings/new', search: (owner === null ? {} : { contact: owner }) as never }
        : { to: '/hearings/$id/edit', params: { id: key } as never };
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

/** The key names the plan and the option: see `NewActionPage`. */
function actionOfPlanTarget(key: string): Target {
  const [, plan, option] = key.split(':');
  return { to: '/actions/new', search: { plan, option } as never };
}

/** The key names what the action was begun as: see `draftKeyOf` of NewActionPage. */
function actionOfTypeTarget(key: string): Target {
  const [, type, organisation = '', contact = ''] = key.split(':');
  const search = {
    type,
    ...(organisation === '' ? {} : { organisation }),
    ...(contact === '' ? {} : { contact }),
  };
  return { to: '/actions/new', search: search as never };
}

/** The key names what the task belongs to: see `draftKey` of TaskDialog. */
function taskTarget(key: string): Target {
  const [kind, id = ''] = key.split(':');
  if (kind === 'action' || kind === 'step') return { to: '/actions/$id', params: { id } as never };
  if (kind === 'contact') {
    return {
      to: '/contacts/$id',
      params: { id } as never,
      search: { tab: 'actions' } as never,
    };
  }
  return { to: '/actions/tasks' };
}
