import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resources } from '../../i18n/resources.ts';

type Kind = keyof Resources['common']['fileKind'];

/** What each media type that is told apart is called; it was found from the bytes. */
const KINDS: Readonly<Record<string, Kind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/plain': 'text',
};

/** The words for what a file really is, whatever its name says. */
export function useFileKind(): (mediaType: string) => string {
  const { t } = useTranslation();
  return useCallback((mediaType) => t(`fileKind.${KINDS[mediaType] ?? 'unknown'}`), [t]);
}
