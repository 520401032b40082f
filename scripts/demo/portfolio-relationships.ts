import type { RelationshipType } from '../../src/shared/model/vocabulary/contact.ts';
import { must } from './must.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';

/** Read "A is … B", by the order of people.ts. */
const TIES: readonly (readonly [from: string, type: RelationshipType, to: string])[] = [
  ['Mirela Tarn', 'lawyer-of', 'Ruvim Castell'],
  ['Mirela Tarn', 'trusted-proxy-of', 'Ruvim Castell'],
  ['Mirela Tarn', 'member-of', 'Serin Bar for Human Rights'],
  ['Oskar Lind-Varga', 'member-of', 'Serin Bar for Human Rights'],
  ['Oskar Lind-Varga', 'lawyer-of', 'Anselm Okoru'],
  ['Anselm Okoru', 'member-of', 'Mirrow Valley Council of Elders'],
  ['Amaru Wayna-Test', 'member-of', 'Mirrow Valley Council of Elders'],
  ['Дарина Волкенова', 'employed-by', 'Orvania Press Watch'],
  ['Zoya Merin', 'colleague-of', 'Дарина Волкенова'],
  ['Yasmin Perida', 'colleague-of', 'Leïla Fontaine-Moss'],
  ['Leïla Fontaine-Moss', 'employed-by', 'Orvania Press Watch'],
  ['Benita Quell', 'member-of', 'Women of Halden Docks'],
  ['Natela Obari', 'introduced-by', 'Benita Quell'],
  ['Lio Branca', 'member-of', 'Open Screens Collective'],
  ['Hana Ostrova', 'member-of', 'Open Screens Collective'],
  ['Marta Ilvesson', 'member-of', 'Tessa Water Trust'],
  ['Tekla Moravin', 'friend-of', 'Marta Ilvesson'],
  ['Mateo Irrua', 'member-of', 'Tessa Water Trust'],
  ['Kuren Minerals (fictional)', 'suspected-attacker-of', 'Petru Vasile-Nom'],
  ['Rashid Nouri', 'family-of', 'Ibrahim Senn'],
  ['Kofi Brandt', 'colleague-of', 'Natela Obari'],
];

export async function addRelationships(
  { ask, today }: Writing,
  contacts: readonly MadeContact[],
): Promise<void> {
  const idOf = (name: string): string => {
    const found = contacts.find((contact) => contact.name === name);
    if (found === undefined) throw new Error('a tie to nobody');
    return found.id;
  };
  for (const [index, [from, type, to]] of TIES.entries()) {
    const saved = await ask.contacts.saveRelationship({
      id: null,
      fields: {
        fromContactId: idOf(from),
        toContactId: idOf(to),
        type,
        since: daysBefore(today, 900 - index * 7),
        until: null,
        note: 'FICTIONAL',
      },
    });
    must(saved, 'relationship');
  }
}
