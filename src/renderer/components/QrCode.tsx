import { useMemo, type ReactNode } from 'react';
import { encodeQR } from 'qr';
import styles from './QrCode.module.css';

/** Modules of white that a reader needs on every side (ISO/IEC 18004, "quiet zone"). */
const QUIET_MODULES = 4;

export interface QrCodeProps {
  /** What it says; only the 45 characters of a code's alphanumeric mode. */
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
}

/** A QR code as a drawing, dark on light in every theme: many readers take nothing else. */
export function QrCode({ text, label }: QrCodeProps): ReactNode {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg
      className={styles['code']}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} className={styles['light']} />
      <path d={path} className={styles['dark']} />
    </svg>
  );
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const modules = encodeQR(text, 'raw', {
    ecc: 'low',
    encoding: 'alphanumeric',
    border: QUIET_MODULES,
  });
  const runs = modules.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')),
  );
  return { size: modules.length, path: runs.join('') };
}
