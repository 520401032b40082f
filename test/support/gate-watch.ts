import type { Action } from '../../src/shared/model/action.ts';
import { consentStanding } from '../../src/shared/model/live-consent.ts';
import { TRAVEL_PURPOSE, type TravelAudience } from '../../src/shared/model/travel.ts';
import { ACTION_RULES } from '../../src/shared/model/vocabulary/action.ts';
import type { ConsentAudience, ConsentPurpose } from '../../src/shared/model/vocabulary/consent.ts';
import { canonicalJson } from '../../src/vault/canonical-json.ts';
import { listActions } from '../../src/vault/store/actions.ts';
import { listBundleEntries } from '../../src/vault/store/bundle-entries.ts';
import { consentEventsOf } from '../../src/vault/store/consent-events.ts';
import { findContact } from '../../src/vault/store/contacts.ts';
import { valueOf } from './records.ts';
import type { VaultHere } from './vault-here.ts';

/** What was found at one look. */
export interface Seen {
  readonly wrong: readonly string[];
  readonly underWay: number;
  readonly overridden: number;
  readonly exported: number;
}

/**
 * Watches a vault from outside the code that is tested: after every call it works out, from the
 * stored decisions alone, whether what has just gone under way, left or was counted may have.
 */
export class GateWatch {
  readonly #vault: VaultHere;
  /** What the gate is asked of each action, as it stood at the last look. */
  #asked: ReadonlyMap<string, string>;
  #bundles: number;

  constructor(vault: VaultHere) {
    this.#vault = vault;
    this.#asked = new Map(listActions(vault.store, {}).map((one) => [one.id, askedOf(one)]));
    this.#bundles = listBundleEntries(vault.store).length;
  }

  /** @param isImport Whether a bundle was just taken in: it may tell of what was done before. */
  async look(isImport: boolean): Promise<Seen> {
    const actions = listActions(this.#vault.store, {});
    const begun = actions.filter(
      (one) => isUnderWay(one) && this.#asked.get(one.id) !== askedOf(one),
    );
    this.#asked = new Map(actions.map((one) => [one.id, askedOf(one)]));
    const listed = begun.length === 0 ? [] : valueOf(await this.#vault.ask.overrides.list());
    const wrong: string[] = [];
    let overridden = 0;
    for (const action of begun) {
      const missing = this.#missing(action, this.#vault.context.today());
      if (missing.length === 0) continue;
      const { status, doneOn } = action;
      if (isImport && status === 'done' && doneOn !== null) {
        if (this.#missing(action, doneOn).length === 0) continue;
      }
      overridden += 1;
      const row = listed.find(
        ({ actionId, override }) =>
          actionId === action.id && canonicalJson(override) === canonicalJson(action.override),
      );
      const covered = new Set(
        row?.missing.map(({ gap }) => [gap.contactId, gap.purpose, gap.audience].join(' ')),
      );
      const loose = missing.filter((gap) => !covered.has(gap));
      if (loose.length > 0) wrong.push(`${action.title} goes ahead without ${loose.join(', ')}`);
      if (action.subjectIds.some((id) => this.#isBarred(id))) {
        wrong.push(`${action.title} goes ahead for somebody whom nothing may be done for`);
      }
    }
    const exported = await this.#lookAtExports(wrong);
    await this.#lookAtStatistics(wrong);
    return { wrong, underWay: begun.length, overridden, exported };
  }

  /** Whom and what for there was no live consent on a day, by what had been decided by then. */
  #missing({ type, subjectIds, particulars, audience }: Action, day: string): string[] {
    const named =
      particulars !== null && 'mayBeNamedIds' in particulars ? particulars.mayBeNamedIds : [];
    const asked = [
      ...subjectIds.flatMap((id) =>
        ACTION_RULES[type].purposes.map((purpose) => ({ id, purpose })),
      ),
      ...named.map((id) => ({ id, purpose: 'use-of-name' as const })),
    ];
    return asked
      .filter(({ id, purpose }) => this.#stateOf(id, purpose, audience, day) !== 'live')
      .map(({ id, purpose }) => [id, purpose, audience].join(' '));
  }

  #stateOf(
    contactId: string,
    purpose: ConsentPurpose,
    audience: ConsentAudience,
    day = this.#vault.context.today(),
  ): string {
    const events = consentEventsOf(this.#vault.store, [contactId]);
    const known = events.filter((event) => event.decidedOn <= day);
    return consentStanding(known, purpose, audience, day).state;
  }

  #isBarred(contactId: string): boolean {
    const contact = findContact(this.#vault.store, contactId);
    return contact === null || contact.peacefulMeans.status === 'not-met';
  }

  /** Whoever a new bundle carries agreed to it, or is held on another ground and has not refused. */
  async #lookAtExports(wrong: string[]): Promise<number> {
    const entries = listBundleEntries(this.#vault.store);
    const added = entries.length - this.#bundles;
    this.#bundles = entries.length;
    const out = entries.slice(0, Math.max(0, added)).filter((entry) => entry.direction === 'out');
    for (const { contactIds, audience } of out) {
      const purpose = TRAVEL_PURPOSE[audience as TravelAudience];
      for (const id of contactIds) {
        const state = this.#stateOf(id, purpose, audience);
        const spokeAgainst = state === 'refused' || state === 'withdrawn';
        const hasBasis = findContact(this.#vault.store, id)?.legitimateBasis != null;
        if (state !== 'live' && !(hasBasis && !spokeAgainst)) wrong.push(`${id} left: ${state}`);
      }
    }
    return Promise.resolve(out.length);
  }

  /** Nobody is counted who did not agree to be, and every standing override is in the statistics. */
  async #lookAtStatistics(wrong: string[]): Promise<void> {
    const year = Number(this.#vault.context.today().slice(0, 4));
    const { counted, overrides } = valueOf(await this.#vault.ask.assessments.ofYear({ year }));
    const contacts = valueOf(await this.#vault.ask.contacts.list({})).rows;
    const agreed = contacts.filter(
      ({ id, state }) =>
        state !== 'draft' &&
        !this.#isBarred(id) &&
        this.#stateOf(id, 'statistics', 'capital') === 'live',
    );
    if (counted > agreed.length) wrong.push(`${counted} counted where ${agreed.length} agreed`);
    const told = new Set(overrides.map(({ actionId }) => actionId));
    for (const { id, title, override } of listActions(this.#vault.store, {})) {
      if (override?.at.startsWith(`${year}-`) === true && !told.has(id)) {
        wrong.push(`the override of ${title} is not in the statistics`);
      }
    }
  }
}

function isUnderWay({ status }: Action): boolean {
  return status === 'in-progress' || status === 'done';
}

/** What of an action the gate answers for. */
function askedOf({ status, type, audience, subjectIds, override }: Action): string {
  return canonicalJson([status, type, audience, [...subjectIds].sort(), override]);
}
