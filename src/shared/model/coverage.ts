/** What coverage is counted from: one contact that steady-state contact is kept with. */
export interface CoveredContact {
  readonly locality: string | null;
  readonly remote: boolean;
  readonly lastContactOn: string | null;
}

/** So many contacts, and how many of them were contacted in the time looked at. */
export interface Share {
  readonly contacts: number;
  readonly contacted: number;
}

export interface PlaceCoverage extends Share {
  /** Null for those whose place is not recorded. */
  readonly locality: string | null;
  readonly remote: boolean;
}

export interface Coverage {
  readonly remote: Share;
  readonly notRemote: Share;
  /** One for each place, remote apart from not, the least covered first. */
  readonly places: readonly PlaceCoverage[];
}

/**
 * Whether the mission reaches defenders "wherever they are in the world", and "where possible …
 * Human Rights Defenders living in more remote regions", who "are likely to have limited access to
 * support": of those it keeps contact with, how many were contacted since a day, by place.
 * @param since ISO 8601 date; a contact on that day counts.
 */
export function coverageOf(contacts: readonly CoveredContact[], since: string): Coverage {
  const places = new Map<string, { locality: string | null; remote: boolean } & Counting>();
  const totals = { remote: { ...NOBODY }, notRemote: { ...NOBODY } };
  for (const { locality, remote, lastContactOn } of contacts) {
    const isContacted = lastContactOn !== null && lastContactOn >= since;
    const key = JSON.stringify([locality, remote]);
    const place = places.get(key) ?? { locality, remote, ...NOBODY };
    places.set(key, place);
    for (const count of [place, remote ? totals.remote : totals.notRemote]) {
      count.contacts += 1;
      if (isContacted) count.contacted += 1;
    }
  }
  return { ...totals, places: [...places.values()].sort(leastCoveredFirst) };
}

interface Counting {
  contacts: number;
  contacted: number;
}

const NOBODY: Counting = { contacts: 0, contacted: 0 };

/** By share; of equal shares the remote first, then the greater number not reached, then the name. */
function leastCoveredFirst(a: PlaceCoverage, b: PlaceCoverage): number {
  return (
    a.contacted * b.contacts - b.contacted * a.contacts ||
    Number(b.remote) - Number(a.remote) ||
    b.contacts - b.contacted - (a.contacts - a.contacted) ||
    (a.locality ?? '\uffff').localeCompare(b.locality ?? '\uffff', 'en')
  );
}
