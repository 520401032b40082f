import { ok } from '../../shared/outcome.ts';
import type { OpenHandlers } from '../dispatch.ts';
import { exportBundle } from '../handover/export-bundle.ts';
import {
  applyImport,
  cancelOpening,
  changesOf,
  dismissImport,
  openForImport,
  previewAgain,
} from '../handover/import-bundle.ts';
import { previewContact, previewExport } from '../handover/preview-export.ts';
import { revokeShare } from '../handover/revoke-share.ts';
import { sentToOfficer } from '../handover/sent-to-officer.ts';
import { listBundleEntries } from '../store/bundle-entries.ts';

export const bundleHandlers: OpenHandlers['bundles'] = {
  previewExport,
  previewContact,
  sentTo: ({ store }, { recipientId }) => ok(sentToOfficer(store, recipientId)),
  export: exportBundle,
  open: (context, { file }) => openForImport(context, file),
  cancelOpening(context) {
    cancelOpening(context);
    return ok({});
  },
  preview: (context, { importId }) => previewAgain(context, importId),
  changesOf,
  apply: applyImport,
  dismiss(context, { importId }) {
    dismissImport(context, importId);
    return ok({});
  },
  revokeShare,
  // What a document says is asked for by itself: it can be long.
  register: ({ store }) => ok(listBundleEntries(store).map(({ document: _, ...entry }) => entry)),
};
