import type { StandingRow } from '../../../shared/contract/consents.ts';
import { TRAVEL_PURPOSE } from '../../../shared/model/travel.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_PURPOSES,
  type ConsentAudience,
  type ConsentPurpose,
} from '../../../shared/model/vocabulary/consent.ts';

export type CellState =
  StandingRow['state'] | 'wrong-audience' | 'never-asked' | 'legitimate-basis';

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
 * @param hasBasis Whether there is a ground other than consent to hold the record and hand it over.
 */
export function consentMatrix(standing: readonly StandingRow[], hasBasis = false): MatrixRow[] {
  return CONSENT_PURPOSES.map((purpose) => purposeRow(purpose, standing, hasBasis));
}

/** The row of one purpose. */
export function purposeRow(
  purpose: ConsentPurpose,
  standing: readonly StandingRow[],
  hasBasis = false,
): MatrixRow {
  const byAudience = new Map(
    standing.filter((row) => row.purpose === purpose).map((row) => [row.audience, row]),
  );
  const unasked = byAudience.size > 0 ? 'wrong-audience' : 'never-asked';
  const basisStands = hasBasis && !standing.some(endsHolding);
  return {
    purpose,
    asked: byAudience.size > 0 || (basisStands && purpose === 'hold-record'),
    cells: CONSENT_AUDIENCES.map((audience): MatrixCell => {
      const named = byAudience.get(audience);
      const found = named ?? byAudience.get('any') ?? null;
      const state = found?.state ?? unasked;
      const onBasis = basisStands && isGroundedByBasis(purpose, audience) && !isDecisive(state);
      return {
        purpose,
        audience,
        state: onBasis ? 'legitimate-basis' : state,
        via: found === null ? null : named === undefined ? 'any' : 'named',
        standing: found,
      };
    }),
  };
}

/** A yes needs no other ground, and a no is not argued away (travel.ts). */
function isDecisive(state: CellState): boolean {
  return state === 'live' || state === 'refused' || state === 'withdrawn';
}

/** Who no longer lets us hold the record leaves no other ground for anything. */
function endsHolding({ purpose, audience, state }: StandingRow): boolean {
  return (
    purpose === 'hold-record' &&
    (audience === 'own-mission' || audience === 'any') &&
    (state === 'refused' || state === 'withdrawn')
  );
}

/** What a legitimate basis is a ground for: to hold the record, and to hand it over. */
function isGroundedByBasis(purpose: ConsentPurpose, audience: ConsentAudience): boolean {
  if (purpose === 'hold-record') return audience === 'own-mission';
  const travels: Partial<Record<ConsentAudience, ConsentPurpose>> = TRAVEL_PURPOSE;
  return travels[audience] === purpose;
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
