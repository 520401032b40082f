import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentOverride } from '../../../shared/model/action.ts';
import { FactList } from '../../components/FactList.tsx';
import { useFormat } from '../../i18n/use-format.ts';

/** Why, on whose authority and when the gate was passed without consent. */
export function OverrideFacts({ override }: { readonly override: ConsentOverride }): ReactNode {
  const { t } = useTranslation('actions');
  const format = useFormat();
  return (
    <FactList
      facts={[
        { label: t('panel.reason'), value: <span dir="auto">{override.reason}</span> },
        { label: t('panel.authorisedBy'), value: <bdi>{override.authorisedBy}</bdi> },
        {
          label: t('panel.secondName'),
          value: override.secondName === null ? null : <bdi>{override.secondName}</bdi>,
        },
        { label: t('detail.overrideAt'), value: format.instant(override.at) },
      ]}
    />
  );
}
