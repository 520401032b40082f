import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { TEXTS } from './texts.ts';

/** Installs the menu: what the keyboard needs, and no way to anything outside the application. */
export function installMenu(actions: { readonly lock: () => Promise<void> }): void {
  const { menu } = TEXTS;
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (!app.isPackaged) view.push({ role: 'toggleDevTools', label: menu.developerTools });
  const template: MenuItemConstructorOptions[] = [
    {
      label: menu.file,
      submenu: [
        {
          id: 'lock',
          label: menu.lock,
          accelerator: 'CommandOrControl+Shift+L',
          click: () => void actions.lock(),
        },
        { type: 'separator' },
        { role: 'quit', label: menu.quit },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: menu.view, submenu: view },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
