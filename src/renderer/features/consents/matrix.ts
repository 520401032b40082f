import type { StandingRow } from '../../../shared/contract/consents.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_PURPOSES,
  type ConsentAudience,
  type ConsentPurpose,
} from '../../../shared/model/vocabulary/consent.ts';

export type CellState = StandingRow['state'] | 'wrong-audience' | 'never-asked';

/** What one cell of the matrix says. `via` tells whether the audience was named or covered by `any`. */
export interface MatrixCell {
  readonly purpose: ConsentPurpose;
  readonly audience: ConsentAudience;
  readonly state: CellState;
  readonly via: 'named' | 'any' | null;
  readonly standing: StandingRow | null;
}

export interface MatrixRow {
  readonly purpose: ConsentPurpose;
  readonly cells: readonly MatrixCell[];
  readonly asked: boolean;
}

/**
 * The whole matrix of purposes by audiences. The vault has worked out every pair that some event
 * names; a pair that none names rests on `any` of the same purpose, as live-consent.ts says.
 */
export function consentMatrix(standing: readonly StandingRow[]): MatrixRow[] {
  const byPair = new Map(standing.map((row) => [pair(row.purpose, row.audience), row]));
  const askedPurposes = new Set(standing.map((row) => row.purpose));
  return CONSENT_PURPOSES.map((purpose) => ({
    purpose,
    asked: askedPurposes.has(purpose),
    cells: CONSENT_AUDIENCES.map((audience) => {
      const named = byPair.get(pair(purpose, audience));
      const found = named ?? byPair.get(pair(purpose, 'any')) ?? null;
      const unasked = askedPurposes.has(purpose) ? 'wrong-audience' : 'never-asked';
      return {
        purpose,
        audience,
        state: found?.state ?? unasked,
        via: found === null ? null : named === undefined ? 'any' : 'named',
        standing: found,
      } as const;
    }),
  }));
}

function pair(purpose: ConsentPurpose, audience: ConsentAudience): string {
  return `${purpose} ${audience}`;
}

/** One sentence of the summary: a purpose, and the audiences for which the same holds. */
export interface SummaryLine {
  readonly state: StandingRow['state'];
  readonly purpose: ConsentPurpose;
  readonly audiences: readonly ConsentAudience[];
  readonly expiresOn: string | null;
  readonly conditions: string;
  readonly byProxy: boolean;
}

/**
 * What holds today as few sentences as it can be said in: pairs of one purpose that agree in
 * everything a reader must know are said together. Order: by purpose, then by audience.
 */
export function standingSummary(standing: readonly StandingRow[]): SummaryLine[] {
  const lines = new Map<string, { line: SummaryLine; audiences: ConsentAudience[] }>();
  for (const row of [...standing].sort(inOrder)) {
    const key = JSON.stringify([
      row.purpose,
      row.state,
      row.expiresOn,
      row.conditions,
      row.givenBy,
    ]);
    const known = lines.get(key);
    if (known !== undefined) {
      known.audiences.push(row.audience);
      continue;
    }
    const audiences = [row.audience];
    lines.set(key, {
      audiences,
      line: {
        state: row.state,
        purpose: row.purpose,
        audiences,
        expiresOn: row.expiresOn,
        conditions: row.conditions,
        byProxy: row.givenBy === 'proxy',
      },
    });
  }
  return [...lines.values()].map(({ line }) => line);
}

function inOrder(a: StandingRow, b: StandingRow): number {
  const byPurpose = CONSENT_PURPOSES.indexOf(a.purpose) - CONSENT_PURPOSES.indexOf(b.purpose);
  if (byPurpose !== 0) return byPurpose;
  return CONSENT_AUDIENCES.indexOf(a.audience) - CONSENT_AUDIENCES.indexOf(b.audience);
}
