import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BundleEntry } from '../../../../shared/model/bundle-entry.ts';
import type { BundleKind } from '../../../../shared/model/bundle-kind.ts';
import type { DocumentKind } from '../../../../shared/model/documents/bundle-document.ts';
import { useLabel } from '../../../i18n/use-label.ts';

const DOCUMENT_KINDS: readonly BundleKind[] = [
  'receipt',
  'request',
  'statistics',
] satisfies readonly DocumentKind[];

/** Whether a bundle of this kind is a document, and brings no records. */
export function isDocumentKind(kind: BundleKind): boolean {
  return DOCUMENT_KINDS.includes(kind);
}

/** To what a bundle of such a kind says. */
export function DocumentLink(props: {
  readonly entry: Pick<BundleEntry, 'id' | 'kind' | 'sequence' | 'counterpartName'>;
}): ReactNode {
  const { id, kind, sequence, counterpartName } = props.entry;
  const { t } = useTranslation('documents');
  const label = useLabel();
  return (
    <Link
      to="/bundles/document/$id"
      params={{ id }}
      aria-label={t('readLabel', {
        kind: label('bundleKind', kind),
        number: sequence,
        name: counterpartName,
      })}
    >
      {t('read')}
    </Link>
  );
}
