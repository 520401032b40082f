import { ok } from '../../shared/outcome.ts';
import type { OpenHandlers } from '../dispatch.ts';
import { exportBundle, previewExport } from '../handover/export-bundle.ts';
import { applyImport, dismissImport, openForImport } from '../handover/import-bundle.ts';
import { listBundleEntries } from '../store/bundle-entries.ts';

export const bundleHandlers: OpenHandlers['bundles'] = {
  previewExport,
  export: exportBundle,
  open: (context, { file }) => openForImport(context, file),
  apply: (context, { importId }) => applyImport(context, importId),
  dismiss(context, { importId }) {
    dismissImport(context, importId);
    return ok({});
  },
  register: ({ store }) => ok(listBundleEntries(store)),
};
