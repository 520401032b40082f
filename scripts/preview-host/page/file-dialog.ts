/// <reference lib="dom" />
import type { HostToPage } from '../protocol.ts';

type Pick = Extract<HostToPage, { type: 'pick' }>;

/** The stand-in for the system's file dialog: a path typed into the page. */
export function askForPath({ dialog: kind, suggestedPath }: Pick): Promise<string | null> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'preview-file-title');
  dialog.dataset['testid'] = 'preview-file-dialog';

  const form = document.createElement('form');
  form.method = 'dialog';
  const title = document.createElement('h2');
  title.id = 'preview-file-title';
  title.textContent = kind === 'save' ? 'Save to which file?' : 'Open which file?';
  const note = document.createElement('p');
  note.textContent =
    'The preview host has no file dialog: type the path of a file on this machine.';

  const label = document.createElement('label');
  label.textContent = 'Path ';
  const input = document.createElement('input');
  input.name = 'path';
  input.required = true;
  input.size = 60;
  input.value = suggestedPath;
  input.autocomplete = 'off';
  input.spellcheck = false;
  label.append(input);

  const buttons = document.createElement('p');
  const choose = button(kind === 'save' ? 'Save' : 'Open', 'choose');
  const cancel = button('Cancel', 'cancel');
  // Cancelling must not ask for the path that nobody wants to give.
  cancel.formNoValidate = true;
  buttons.append(choose, ' ', cancel);
  form.append(title, note, label, buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  input.select();

  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      const path = input.value.trim();
      resolve(dialog.returnValue === 'choose' && path !== '' ? path : null);
    });
  });
}

function button(text: string, value: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'submit';
  made.value = value;
  made.textContent = text;
  return made;
}
