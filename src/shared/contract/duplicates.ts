import { z } from 'zod';
import { contactFields } from '../model/contact.ts';
import { recordId } from '../model/primitives.ts';
import { DUPLICATE_REASONS } from '../model/vocabulary/duplicate.ts';
import { vaultCall } from './define.ts';

const { shape } = contactFields;

/** What an officer compares two contacts by. */
export const comparedContact = z.strictObject({
  id: recordId,
  label: z.string(),
  kind: shape.kind,
  state: shape.state,
  names: shape.names,
  methods: shape.methods,
  profession: shape.profession,
  locality: shape.locality,
  country: shape.country,
  tags: shape.tags,
});
export type ComparedContact = z.infer<typeof comparedContact>;

/** Two contacts that may be the same person, and why. */
export const duplicatePair = z.strictObject({
  contacts: z.tuple([comparedContact, comparedContact]),
  reasons: z.array(z.enum(DUPLICATE_REASONS)),
});
export type DuplicatePair = z.infer<typeof duplicatePair>;

export const duplicates = {
  /**
   * Pairs of contacts that may be one, the likeliest first, and how many there are. Nothing is
   * changed by it. A pair is no longer given once a relationship says that they are somebody else
   * (`not-same-as`, and any other), nor where they met us together.
   */
  list: vaultCall({
    arg: z.strictObject({ limit: z.number().int().min(1).max(200) }),
    result: z.strictObject({ total: z.number().int(), pairs: z.array(duplicatePair) }),
  }),
} as const;
