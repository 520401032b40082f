import type { BundleKind } from '../../shared/model/bundle-kind.ts';

/** What a bundle of a kind holds besides its manifest and signature. */
export interface KindRules {
  /** Change sets and attachments: what changes the reader's records. */
  readonly records: boolean;
  /** `document.json`, which must then be there. */
  readonly document: boolean;
  /** `brief.html`, which then may be there. */
  readonly brief: boolean;
  /** Under which consent it was made: whatever tells of contacts says so. */
  readonly consentScope: boolean;
  /** For what, and until when, it is lent. */
  readonly lent: boolean;
  /** Whether its contacts are handed over for good, or assigned inside the mission. */
  readonly verb: boolean;
  /** Whether its contacts are offered, for the reader to accept or not: an answer may be hoped for. */
  readonly offers: boolean;
  /** The bundle that it builds on: without that one it is not whole. */
  readonly base: boolean;
}

const RECORDS = {
  ...{ records: true, document: false, brief: false },
  ...{ consentScope: true, lent: false, base: false, verb: false, offers: false },
};
const DOCUMENT = { ...RECORDS, records: false, document: true, consentScope: false };

/** docs/bundle-format.md, "Kinds". */
export const KIND_RULES: Readonly<Record<BundleKind, KindRules>> = {
  handover: { ...RECORDS, brief: true, verb: true, offers: true },
  update: { ...RECORDS, base: true },
  share: { ...RECORDS, brief: true, lent: true, offers: true },
  statistics: { ...DOCUMENT, consentScope: true },
  receipt: DOCUMENT,
  request: DOCUMENT,
};
