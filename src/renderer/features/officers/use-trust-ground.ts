import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/officers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';

type Grounds = Pick<
  OfficerView,
  'trust' | 'verifiedHow' | 'verifiedOn' | 'verifiedBy' | 'revocation' | 'earlierKeys'
>;

/** What an officer's trust rests on, in a sentence: how, by whom and when; null where on nothing. */
export function useTrustGround(): (officer: Grounds) => string | null {
  const { t } = useTranslation('officers');
  const label = useLabel();
  const format = useFormat();
  return (officer) => {
    const { trust, verifiedHow, verifiedOn, verifiedBy, revocation } = officer;
    if (trust === 'revoked') {
      return revocation === null
        ? null
        : t('list.revokedOn', {
            date: format.date(revocation.on),
            why: label('revokedWhy', revocation.why),
          });
    }
    if (verifiedHow === null || verifiedOn === null) return null;
    const how = label('verifiedHow', verifiedHow).toLocaleLowerCase();
    const date = format.date(verifiedOn);
    const compared =
      verifiedBy === null
        ? t('list.verifiedOn', { how, date })
        : t('list.verifiedByOn', { how, date, name: verifiedBy.name });
    const renewed = officer.earlierKeys.at(-1);
    return trust === 'rotated' && renewed !== undefined
      ? `${t('list.rotatedOn', { date: format.instant(renewed.until) })} ${compared}`
      : compared;
  };
}
