import {
  CALENDAR_KINDS,
  type CalendarEntry,
  type CalendarKind,
} from '../../shared/contract/calendar.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { ok } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import { contactLabels } from '../store/labels.ts';
import { CALENDAR_SOURCES, type Found, type Span } from './calendar-sources.ts';
import type { VaultContext } from './context.ts';
import { namesOnPaper } from './names-on-paper.ts';

interface Asked extends Span {
  readonly kinds?: readonly CalendarKind[] | undefined;
}

type OfKind = Found & { readonly kind: CalendarKind };

/** What is, was or is due when; and the same for a sheet of paper. */
export const calendarHandlers: Handlers<Calls, 'vault', VaultContext>['calendar'] = {
  between: (context, asked) => {
    const found = entriesOf(context, asked);
    const labels = contactLabels(context.store, contactsIn(found));
    return ok(found.map((one) => finished(one, one.title, (id) => labels.get(id) ?? '')));
  },

  print: (context, asked) => {
    const { store } = context;
    const found = entriesOf(context, asked);
    const contactIds = contactsIn(found);
    const names = namesOnPaper(store, contactIds, context.today());
    const entries = found.map((one) => {
      const named = new Map(
        one.contactIds.map((id) => [
          id,
          one.isCloselyHeld === true ? null : names.of(id, one.kind),
        ]),
      );
      // What somebody wrote may name whom it is about.
      const isOpen =
        one.isCloselyHeld !== true && [...named.values()].every((name) => name !== null);
      return {
        entry: finished(one, isOpen ? one.title : null, (id) => named.get(id) ?? names.codeOf(id)),
        hidden: one.contactIds.filter((id) => named.get(id) === null),
      };
    });
    appendAccess(store, {
      kind: 'print',
      detail: { what: 'calendar', from: asked.from, to: asked.to },
      contactIds,
    });
    return ok({
      entries: entries.map(({ entry }) => entry),
      unnamed: new Set(entries.flatMap(({ hidden }) => hidden)).size,
    });
  },
};

function entriesOf({ store, today }: VaultContext, { from, to, kinds }: Asked): OfKind[] {
  const found = (kinds ?? CALENDAR_KINDS).flatMap((kind) =>
    CALENDAR_SOURCES[kind](store, { from, to }, today()).map((one) => ({ ...one, kind })),
  );
  const order = (one: OfKind): string =>
    // What has no time of day is first on its day.
    [
      one.on,
      one.time ?? '',
      `${CALENDAR_KINDS.indexOf(one.kind)}`.padStart(2, '0'),
      one.record.id,
    ].join(' ');
  return found
    .map((one) => ({ one, key: order(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
}

function contactsIn(found: readonly Found[]): string[] {
  return [...new Set(found.flatMap(({ contactIds }) => contactIds))];
}

function finished(
  { contactIds, isCloselyHeld: _, ...one }: OfKind,
  title: string | null,
  labelOf: (id: string) => string,
): CalendarEntry {
  return { ...one, title, contacts: contactIds.map((id) => ({ id, label: labelOf(id) })) };
}
