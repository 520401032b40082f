import type { ReactNode } from 'react';

/** The mark: a steady line inside a shield-like ring. */
export function Mark({ className }: { readonly className?: string | undefined }): ReactNode {
  return (
    <svg className={className} viewBox="0 0 32 32" fill="none" aria-hidden>
      <path
        d="M16 2.5c4 2.7 7.7 3.7 12 3.9v8.9c0 7-4.5 11.7-12 14.2C8.5 27 4 22.3 4 15.3V6.4c4.3-.2 8-1.2 12-3.9Z"
        fill="currentColor"
        fillOpacity=".14"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path
        d="M8.5 16.5h4l2.2-4 3.4 7 2-3h3.4"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
