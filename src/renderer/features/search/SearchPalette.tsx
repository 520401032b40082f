import type { ReactNode } from 'react';

export function SearchPalette(_: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return null;
}
