import type { IncidentRow } from '../../shared/contract/incidents.ts';
import type { ReadStore } from '../db/store.ts';
import type { IncidentLine } from '../store/incidents.ts';
import { contactLabels } from '../store/labels.ts';

/** The rows of a list or a chain of events for these lines, in their order. */
export function incidentRows(store: ReadStore, lines: readonly IncidentLine[]): IncidentRow[] {
  const labels = contactLabels(
    store,
    lines.flatMap((line) => line.victims.flatMap((victim) => victim.contactId ?? [])),
  );
  return lines.map((line) => ({
    id: line.id,
    title: line.title,
    act: line.act,
    risk: line.risk,
    occurredOn: line.occurredOn,
    precision: line.precision,
    endedOn: line.endedOn,
    place: line.place,
    excerpt: line.descriptionStart,
    victims: line.victims.map(({ contactId, name, bearer }) => ({
      contactId,
      label: contactId === null ? (name ?? '') : (labels.get(contactId) ?? name ?? ''),
      bearer,
    })),
    perpetratorTypes: [...new Set(line.perpetrators.map((one) => one.type))],
    reliability: line.reliability,
    verification: line.verification,
    sensitivity: line.sensitivity,
    followsId: line.followsId,
  }));
}
