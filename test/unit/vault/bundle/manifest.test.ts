import { describe, expect, it } from 'vitest';
import { encodeCanonicalJson } from '../../../../src/vault/bundle/canonical-json.ts';
import {
  encodeManifest,
  parseManifest,
  type Manifest,
} from '../../../../src/vault/bundle/manifest.ts';
import { draftFor, makeOfficer, withoutUndefined } from './bundle-kit.ts';

const [sender, receiver] = await Promise.all([makeOfficer(), makeOfficer()]);
const hash = 'ab'.repeat(32);
const changes = { path: 'changes.ndjson', size: 3, sha256: hash };
const photo = { path: `attachments/${hash}`, size: 5, sha256: hash };
const document = { path: 'document.json', size: 9, sha256: hash };
const brief = { path: 'brief.html', size: 9, sha256: hash };
const good: Manifest = {
  ...{ base: null, purpose: null, until: null, verb: 'transfer', answerBy: null },
  ...draftFor(sender, receiver),
  format: 'steady-state-bundle',
  version: 2,
  baseVersions: { 'vault-1': '001795512600000-0000-0123456789abcdef' },
  counts: { contact: 1, 'meeting-log': 3 },
  entries: [changes, photo],
};
const empty = { ...changes, size: 0 };
const ofDocument = { verb: null, consentScope: null, counts: {}, entries: [empty, document] };
const OF_KINDS = {
  handover: { kind: 'handover', verb: 'assign', entries: [changes, brief, photo] },
  update: {
    ...{ kind: 'update', verb: null, sequence: 3, previousBundle: hash },
    base: { sequence: 1, sha256: hash.replace('a', 'c') },
  },
  share: {
    ...{ kind: 'share', verb: null, purpose: 'urgent help', until: '2027-01-31' },
    answerBy: '2026-12-24',
    entries: [changes, brief, photo],
  },
  statistics: { ...ofDocument, kind: 'statistics', consentScope: good.consentScope },
  receipt: { ...ofDocument, kind: 'receipt' },
  request: { ...ofDocument, kind: 'request' },
} as const;
const [recipient] = good.recipients;

function parse(value: unknown): unknown {
  const parsed = parseManifest(encodeCanonicalJson(withoutUndefined(value)));
  return parsed.ok ? parsed.value : parsed.failure;
}
const malformed = (rule: string): unknown => ({ kind: 'bundle-malformed', rule });

describe('the manifest', () => {
  it('is read back as it was written', () => {
    const parsed = parseManifest(encodeManifest(good));
    expect(parsed).toEqual({ ok: true, value: good });
  });

  it.each<[string, object]>([
    ['an unknown key', { extra: 1 }],
    ['a missing key', { baseVersions: undefined }],
    ['an unknown kind', { kind: 'gift' }],
    ['an id that is no UUID', { bundleId: 'x' }],
    ['a sequence of 0', { sequence: 0 }],
    ['a first bundle with one before it', { previousBundle: hash }],
    ['a second bundle with none before it', { sequence: 2 }],
    ['no recipient', { recipients: [] }],
    ['a recipient twice', { recipients: [recipient, recipient] }],
    ['too many recipients', { recipients: Array.from({ length: 65 }, () => recipient) }],
    ['a recipient that is no age recipient', { recipients: [{ ...recipient, ageRecipient: 'x' }] }],
    ['a short signing key', { sender: { ...good.sender, signingKey: 'AAAA' } }],
    [
      'a signing key with spare bits set',
      { sender: { ...good.sender, signingKey: `${'A'.repeat(42)}B=` } },
    ],
    ['a sender name of two lines', { sender: { ...good.sender, name: 'a\nb' } }],
    ['a sender name that turns round', { sender: { ...good.sender, name: 'a\u202eb' } }],
    ['a sender name not in NFC', { sender: { ...good.sender, name: 'e\u0301' } }],
    ['a handover without consent scope', { consentScope: null }],
    ['an unknown audience', { consentScope: { ...good.consentScope, audience: 'press' } }],
    ['a count of an unknown type', { counts: { vaults: 1 } }],
    ['a count of 0', { counts: { contact: 0 } }],
    ['a base version that is no clock', { baseVersions: { a: 'x' } }],
    ['no entries', { entries: [] }],
    ['entries without changes', { entries: [photo] }],
    ['changes after attachments', { entries: [photo, changes] }],
    [
      'an attachment that is not its hash',
      { entries: [changes, { ...photo, sha256: hash.replace('a', 'c') }] },
    ],
    ['an attachment twice', { entries: [changes, photo, photo] }],
    ['an entry with a path of its own', { entries: [changes, { ...photo, path: '../x' }] }],
    ['a brief behind an attachment', { entries: [changes, photo, brief] }],
    ['a brief twice', { entries: [changes, brief, brief] }],
    ['a document', { entries: [changes, document] }],
    ['a purpose', { purpose: 'urgent help' }],
    ['a day until which it is lent', { until: '2027-01-31' }],
    ['a base', { base: { sequence: 1, sha256: hash } }],
    ['a negative size', { entries: [{ ...changes, size: -1 }] }],
  ])('is refused with %s', (_name, edit) => {
    const edited = { ...good, ...edit };
    expect(parse(edited)).toEqual(malformed('manifest-schema'));
    expect(() => encodeManifest(edited as Manifest)).toThrow(/^manifest refused: /u);
  });

  it.each(Object.entries(OF_KINDS))('of kind %s has what this kind has', (_kind, edit) => {
    const manifest = { ...good, ...edit } as Manifest;
    expect(parse(manifest)).toEqual(manifest);
    expect(parseManifest(encodeManifest(manifest)).ok).toBe(true);
  });

  it.each<[string, object]>([
    ['an update without base', { ...OF_KINDS.update, base: null }],
    ['an update with a brief', { ...OF_KINDS.update, entries: [changes, brief] }],
    ['an update on itself', { ...OF_KINDS.update, base: { sequence: 3, sha256: hash } }],
    [
      'an update on the bundle before, by another hash than that one has',
      { ...OF_KINDS.update, base: { sequence: 2, sha256: hash.replace('a', 'c') } },
    ],
    ['a handover that does not say how', { verb: null }],
    ['a handover by an unknown verb', { verb: 'refer' }],
    ['an update that hands over', { ...OF_KINDS.update, verb: 'transfer' }],
    ['an update that hopes for an answer', { ...OF_KINDS.update, answerBy: '2026-12-24' }],
    ['a share without purpose', { ...OF_KINDS.share, purpose: null }],
    ['a share without end', { ...OF_KINDS.share, until: null }],
    ['a share for a purpose of two lines', { ...OF_KINDS.share, purpose: 'a\nb' }],
    ['a receipt without document', { ...OF_KINDS.receipt, entries: [empty] }],
    ['a receipt with change sets', { ...OF_KINDS.receipt, entries: [changes, document] }],
    ['a receipt with an attachment', { ...OF_KINDS.receipt, entries: [empty, document, photo] }],
    ['a receipt with a brief', { ...OF_KINDS.receipt, entries: [empty, document, brief] }],
    ['a request under a consent', { ...OF_KINDS.request, consentScope: good.consentScope }],
    ['statistics under no consent', { ...OF_KINDS.statistics, consentScope: null }],
    ['a backup', { kind: 'backup' }],
  ])('is refused for %s', (_name, edit) => {
    expect(parse({ ...good, ...edit })).toEqual(malformed('manifest-schema'));
  });

  it('of version 1 is read as one that has nothing of what came later', () => {
    const {
      base: _base,
      purpose: _purpose,
      until: _until,
      verb: _verb,
      answerBy: _by,
      ...first
    } = {
      ...good,
      version: 1,
    };
    expect(parse(first)).toEqual({ ...good, version: 1, verb: null });
    for (const edit of [
      { purpose: null },
      { kind: 'share' },
      { kind: 'receipt', consentScope: null },
      { entries: [changes, brief] },
    ]) {
      expect(parse({ ...first, ...edit })).toEqual(malformed('manifest-schema'));
    }
  });

  it('of another format, or with a version that is none, is refused by name', () => {
    expect(parse({ ...good, format: 'other' })).toEqual(malformed('manifest-format'));
    expect(parse([])).toEqual(malformed('manifest-format'));
    for (const version of [0, -1, 1.5, '1', null]) {
      expect(parse({ ...good, version })).toEqual(malformed('manifest-version'));
    }
  });

  it('of a later version is newer whatever else it holds', () => {
    const later = { format: 'steady-state-bundle', version: 7, anything: [{}] };
    expect(parse(later)).toEqual({ kind: 'bundle-newer-version', version: 7 });
  });

  it('in any but its canonical form is refused', () => {
    const text = JSON.stringify(good, null, 1);
    const parsed = parseManifest(new TextEncoder().encode(text));
    expect(parsed).toEqual({ ok: false, failure: malformed('manifest-json-not-canonical') });
  });
});
