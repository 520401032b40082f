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
const good: Manifest = {
  ...draftFor(sender, receiver),
  format: 'steady-state-bundle',
  version: 1,
  baseVersions: { 'vault-1': '001795512600000-0000-0123456789abcdef' },
  counts: { contact: 1, 'meeting-log': 3 },
  entries: [changes, photo],
};
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
    ['a negative size', { entries: [{ ...changes, size: -1 }] }],
  ])('is refused with %s', (_name, edit) => {
    const edited = { ...good, ...edit };
    expect(parse(edited)).toEqual(malformed('manifest-schema'));
    expect(() => encodeManifest(edited as Manifest)).toThrow(/^manifest refused: /u);
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
