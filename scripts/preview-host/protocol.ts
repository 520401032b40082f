import type { FilePurpose } from '../../src/shared/contract/host.ts';

/** What the page sends over its socket to the preview host. */
export type PageToHost =
  /** First, and once: the ticket from the start page, or the pass that a reload kept. */
  | { readonly type: 'hello'; readonly secret: string }
  | {
      readonly type: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly arg: unknown;
    }
  /** The officer's answer to `pick`; null if they cancelled. */
  | { readonly type: 'picked'; readonly id: number; readonly path: string | null };

/** What the preview host sends to the page. */
export type HostToPage =
  | { readonly type: 'welcome'; readonly pass: string }
  | { readonly type: 'answer'; readonly id: number; readonly outcome: unknown }
  /** A call that is refused rather than answered. */
  | { readonly type: 'refused'; readonly id: number }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  | {
      readonly type: 'pick';
      readonly id: number;
      readonly purpose: FilePurpose;
      readonly dialog: 'open' | 'save';
      readonly suggestedPath: string;
    };
