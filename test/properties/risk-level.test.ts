import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestAssessment } from '../../src/shared/model/risk-level.ts';
import { RISK_LEVELS, type RiskLevel } from '../../src/shared/model/vocabulary/contact.ts';
import { riskAssessmentFields } from '../support/situation.ts';
import { addContact, contactFields, valueOf } from '../unit/vault/service/records.ts';
import { makeVault, type Vault } from '../unit/vault/service/vault-fixture.ts';

let vault: Vault;
beforeEach(async () => {
  vault = await makeVault();
});
afterEach(() => {
  vault.dispose();
});

/** Few, so that assessments often agree and fall on one day: there lie the doubtful cases. */
const level = fc.constantFrom(...RISK_LEVELS.slice(2));
const day = fc.constantFrom('2026-11-01', '2026-11-02');

type Step =
  | { readonly kind: 'assess'; readonly level: RiskLevel; readonly day: string }
  | {
      readonly kind: 'edit';
      readonly which: number;
      readonly level: RiskLevel;
      readonly day: string;
    }
  | { readonly kind: 'remove'; readonly which: number }
  | { readonly kind: 'by-hand'; readonly level: RiskLevel | null }
  | { readonly kind: 'undo'; readonly which: number };

const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('assess' as const), level, day }),
  fc.record({ kind: fc.constant('edit' as const), which, level, day }),
  fc.record({ kind: fc.constant('remove' as const), which }),
  fc.record({ kind: fc.constant('by-hand' as const), level: fc.option(level, { nil: null }) }),
  fc.record({ kind: fc.constant('undo' as const), which }),
);

// The rhythm of contact goes by the level: one that an assessment no longer bears out would leave
// someone alone who is in danger.
it('the level of risk is that of the newest assessment after any sequence of calls and undoings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const { ask } = vault;
      const contactId = await addContact(vault, 'Samira');
      const made: string[] = [];
      const written: string[] = [];
      const assess = (each: { level: RiskLevel; day: string }, id: string | null) =>
        ask.risks.save({
          id,
          fields: riskAssessmentFields(contactId, {
            ...{ level: each.level, assessedOn: each.day, reviewOn: null },
          }),
        });
      for (const each of steps) {
        const chosen = 'which' in each ? each.which : 0;
        const id =
          made[chosen % Math.max(1, made.length)] ?? '01930000-0000-7000-8000-000000000001';
        if (each.kind === 'undo') {
          const changeSetId = written[chosen % Math.max(1, written.length)];
          const undone = changeSetId && (await ask.history.undo({ changeSetId }));
          if (undone && undone.ok) written.push(undone.value.changeSetId);
        } else {
          const outcome =
            each.kind === 'assess'
              ? await assess(each, null)
              : each.kind === 'edit'
                ? await assess(each, id)
                : each.kind === 'remove'
                  ? await ask.risks.remove({ id })
                  : await ask.contacts.save({
                      id: contactId,
                      fields: contactFields('Samira', { riskLevel: each.level }),
                    });
          if (outcome.ok && each.kind === 'assess') made.push(outcome.value.id);
          if (outcome.ok && outcome.value.changeSetId !== null) {
            written.push(outcome.value.changeSetId);
          }
        }
        const newest = newestAssessment(valueOf(await ask.risks.ofContact({ contactId })));
        const { contact } = valueOf(await ask.contacts.page({ id: contactId }));
        expect(newest === null ? contact.riskLevel : newest.level).toBe(contact.riskLevel);
      }
    }),
    { numRuns: 40 },
  );
});
