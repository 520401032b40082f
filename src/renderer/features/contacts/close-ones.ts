import type { ContactPage } from '../../../shared/contract/contacts.ts';
import { CLOSE_TYPES, closeAs, type CloseType } from '../../../shared/model/close-ones.ts';

export interface CloseOne {
  readonly id: string;
  readonly label: string;
  readonly type: CloseType;
}

/** Who can be asked in a contact's stead, the nearest to a mandate first. */
export function closeOnes(
  relationships: ContactPage['relationships'],
  today: string,
): readonly CloseOne[] {
  return CLOSE_TYPES.flatMap((type) =>
    relationships
      .filter(({ relationship, side }) => closeAs(relationship, side, today) === type)
      .map(({ other }) => ({ id: other.id, label: other.label, type })),
  );
}
