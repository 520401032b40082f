import { z } from 'zod';
import { EXPORT_KINDS, type ExportKind } from '../../../shared/contract/bundles.ts';
import { TRAVEL_AUDIENCES, type TravelAudience } from '../../../shared/model/travel.ts';

/** What the officer has chosen so far in the export; kept as a draft while choosing. */
export interface ExportChoice {
  kind: ExportKind;
  contactIds: string[];
  audience: TravelAudience;
  recipientId: string | null;
  keyType: 'hybrid' | 'x25519';
  /** Of a share; kept while another kind is looked at. */
  purpose: string;
  until: string | null;
}

export function emptyChoice(contactIds: readonly string[]): ExportChoice {
  return {
    kind: 'handover',
    contactIds: [...contactIds],
    audience: 'other-posts',
    recipientId: null,
    keyType: 'hybrid',
    purpose: '',
    until: null,
  };
}

const unfinished = z.object({
  kind: z.enum(EXPORT_KINDS).default('handover'),
  contactIds: z.array(z.string()),
  audience: z.enum(TRAVEL_AUDIENCES),
  recipientId: z.string().nullable(),
  keyType: z.enum(['hybrid', 'x25519']),
  purpose: z.string().default(''),
  until: z.string().nullable().default(null),
});

/** An autosaved choice, or null where it is not one. */
export function unfinishedChoice(body: unknown): ExportChoice | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}

type Lent = Pick<ExportChoice, 'kind' | 'purpose' | 'until'>;

/** What keeps a share from being one, by field; nothing of any other kind. */
export function lentProblems(
  { kind, purpose, until }: Lent,
  today: string,
): { readonly purpose?: 'required'; readonly until?: 'required' | 'in-past' } {
  if (kind !== 'share') return {};
  return {
    ...(purpose.trim() === '' ? { purpose: 'required' } : {}),
    ...(until === null ? { until: 'required' } : until < today ? { until: 'in-past' } : {}),
  };
}

/** What of it only a share has, as the vault asks for it. */
export function lentBy({ kind, purpose, until }: Lent): {
  readonly purpose: string | null;
  readonly until: string | null;
} {
  return kind === 'share' ? { purpose: purpose.trim(), until } : { purpose: null, until: null };
}
