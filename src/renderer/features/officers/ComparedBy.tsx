import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isTrusted, type OfficerFields } from '../../../shared/model/officer.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { FieldRow } from '../../components/forms/Form.tsx';

/** Who compared a fingerprint, as far as it is filled in. */
export type WhoCompared =
  | { readonly kind: 'me' }
  | { readonly kind: 'colleague'; readonly officerId: string | null; readonly name: string };

/** The value in the choice of colleagues that stands for one whose card is not here. */
const SOMEBODY_ELSE = 'somebody-else';

/** As the vault takes it (null is oneself); undefined while nobody is named. */
export function comparedByOf(who: WhoCompared): OfficerFields['verifiedBy'] | undefined {
  if (who.kind === 'me') return null;
  const name = who.name.trim();
  return name === '' ? undefined : { officerId: who.officerId, name };
}

export interface ComparedByProps {
  /** The officer whose fingerprint it is: nobody vouches for themselves. */
  readonly ofId: string;
  readonly value: WhoCompared;
  readonly onChange: (who: WhoCompared) => void;
  readonly error: string | undefined;
}

/** Who compared the words: oneself, a verified colleague, or one by name. */
export function ComparedBy({ ofId, value, onChange, error }: ComparedByProps): ReactNode {
  const { t } = useTranslation('officers');
  const list = useCall(client.officers.list, {});
  const colleagues = (list.data ?? []).filter(
    ({ id, trust }) => id !== ofId && trust !== 'self' && isTrusted(trust),
  );
  const isElse = value.kind === 'colleague' && value.officerId === null;
  const choose = (id: string): void => {
    const chosen = colleagues.find((officer) => officer.id === id);
    onChange({ kind: 'colleague', officerId: chosen?.id ?? null, name: chosen?.name ?? '' });
  };
  return (
    <>
      <RadioGroup
        label={t('verify.by')}
        look="inline"
        value={value.kind}
        onChange={(kind) =>
          onChange(kind === 'me' ? { kind } : { kind, officerId: null, name: '' })
        }
        options={[
          { value: 'me', label: t('verify.byMe') },
          { value: 'colleague', label: t('verify.byColleague') },
        ]}
      />
      {value.kind === 'colleague' && (
        <FieldRow>
          {colleagues.length > 0 && (
            <Select
              label={t('verify.colleague')}
              value={value.officerId ?? SOMEBODY_ELSE}
              onChange={choose}
              options={[
                ...colleagues.map(({ id, name, post }) => ({ value: id, label: name, note: post })),
                { value: SOMEBODY_ELSE, label: t('verify.somebodyElse') },
              ]}
            />
          )}
          {isElse && (
            <TextField
              label={t('verify.theirName')}
              isRequired
              value={value.name}
              onChange={(name) => onChange({ ...value, name })}
              error={error}
            />
          )}
        </FieldRow>
      )}
    </>
  );
}
