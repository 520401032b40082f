import type { FilePurpose } from '../shared/contract/host.ts';

/** What the shell itself says; the interface has its own catalogue. */
export const TEXTS = {
  productName: 'Steady State',
  menu: {
    file: '&File',
    lock: '&Lock now',
    quit: '&Quit',
    edit: '&Edit',
    view: '&View',
    developerTools: '&Developer tools',
  },
  dialogs: {
    'save-bundle': { title: 'Save the bundle', filter: 'Bundles' },
    'open-bundle': { title: 'Open a bundle', filter: 'Bundles' },
    'save-assessment': { title: 'Save the assessment', filter: 'Web pages' },
    'save-card': { title: 'Save your officer card', filter: 'Officer cards' },
    'open-card': { title: 'Open an officer card', filter: 'Officer cards' },
    'open-vcard': { title: 'Open a contacts file', filter: 'vCard files' },
    'open-attachment': { title: 'Attach a file', filter: 'Files' },
    'open-photo': { title: 'Choose a photo', filter: 'Pictures' },
  } satisfies Record<FilePurpose, { title: string; filter: string }>,
} as const;
