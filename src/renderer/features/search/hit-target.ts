import type { ChangeSetView, SearchHit } from '../../../shared/contract/records.ts';

/** Where a found record is shown: its own page, or that of what it belongs to. */
export type HitTarget =
  | {
      readonly to: '/contacts/$id';
      readonly id: string;
      readonly tab?: 'consent' | 'risk' | 'actions' | 'files' | 'relationships';
    }
  | {
      readonly to:
        | '/meetings/$id'
        | '/actions/$id'
        | '/plans/$id'
        | '/incidents/$id'
        | '/reviews/$id'
        | '/detentions/$id'
        | '/hearings/$id';
      readonly id: string;
    }
  | { readonly to: '/actions/tasks' | '/officers' | '/bundles' | '/history' };

type HitName = Pick<SearchHit, 'type' | 'id'>;

/** The target of a record with a page of its own, or null where it must be told from its history. */
export function ownTarget({ type, id }: HitName): HitTarget | null {
  switch (type) {
    case 'contact':
      return { to: '/contacts/$id', id };
    case 'meeting-log':
      return { to: '/meetings/$id', id };
    case 'action':
      return { to: '/actions/$id', id };
    case 'incident':
      return { to: '/incidents/$id', id };
    case 'action-review':
      return { to: '/reviews/$id', id };
    case 'plan':
      return { to: '/plans/$id', id };
    case 'custody':
      return { to: '/detentions/$id', id };
    case 'hearing':
      return { to: '/hearings/$id', id };
    case 'officer':
      return { to: '/officers' };
    case 'bundle-entry':
      return { to: '/bundles' };
    default:
      return null;
  }
}

/**
 * The target of a part of another record (a promise, a consent, a file), told from what its history
 * says it belongs to.
 * @param changeSets Those that touched the record, newest first.
 */
export function targetFromHistory(
  { type }: HitName,
  changeSets: readonly ChangeSetView[],
): HitTarget {
  const latest = (field: string): string | null => {
    for (const { changes } of changeSets) {
      const change = changes.find((one) => one.field === field);
      if (typeof change?.to === 'string') return change.to;
    }
    return null;
  };
  const ownerOf = (ownerType: string): string | null =>
    latest('ownerType') === ownerType ? latest('ownerId') : null;
  const meeting = latest('meetingLogId') ?? ownerOf('meeting-log');
  if (meeting !== null) return { to: '/meetings/$id', id: meeting };
  const action = latest('actionId');
  if (action !== null && type === 'task') return { to: '/actions/$id', id: action };
  const incident = ownerOf('incident');
  if (incident !== null) return { to: '/incidents/$id', id: incident };
  const detention = type === 'visit-request' ? latest('custodyId') : ownerOf('custody');
  if (detention !== null) return { to: '/detentions/$id', id: detention };
  const contact = latest('contactId') ?? latest('fromContactId') ?? latest('ownerId');
  if (contact === null) return { to: type === 'task' ? '/actions/tasks' : '/history' };
  if (type === 'task') return { to: '/contacts/$id', id: contact, tab: 'actions' };
  if (type === 'consent-event') return { to: '/contacts/$id', id: contact, tab: 'consent' };
  if (type === 'risk-assessment') return { to: '/contacts/$id', id: contact, tab: 'risk' };
  if (type === 'relationship') return { to: '/contacts/$id', id: contact, tab: 'relationships' };
  if (type === 'attachment') return { to: '/contacts/$id', id: contact, tab: 'files' };
  return { to: '/contacts/$id', id: contact };
}
