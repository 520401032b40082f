import type { BriefWords } from '../../shared/model/brief-words.ts';
import type { BundleKind } from '../../shared/model/bundle-kind.ts';
import { KIND_RULES } from '../bundle/kind-rules.ts';
import { BUNDLE_LIMITS } from '../bundle/limits.ts';
import { briefHtml } from '../service/brief-html.ts';
import { briefsOf } from '../service/brief-of-contact.ts';
import { travellingScope } from '../service/brief-scope.ts';
import type { VaultContext } from '../service/context.ts';
import { readPortfolio } from './portfolio.ts';
import type { Travelling } from './what-travels.ts';

/**
 * The successor's brief that goes along with a bundle, made of what travels in it and nothing else.
 * Null where its kind has none, there are no words for it, or it would be longer than the format
 * allows: the records are in the bundle all the same.
 */
export function outgoingBrief(
  { store, today, author, officerPost }: VaultContext,
  kind: BundleKind,
  travelling: Travelling,
  words: BriefWords | null,
): string | null {
  if (!KIND_RULES[kind].brief || words === null) return null;
  const portfolio = readPortfolio(
    store,
    travelling.contacts.map(({ contactId }) => contactId),
  );
  const html = briefHtml({
    words,
    briefs: briefsOf(store, portfolio, travellingScope(portfolio, travelling), today()),
    madeOn: today(),
    madeBy: [author.name, officerPost].filter((part) => part !== '').join(', '),
  });
  return Buffer.byteLength(html) > BUNDLE_LIMITS.briefBytes ? null : html;
}
