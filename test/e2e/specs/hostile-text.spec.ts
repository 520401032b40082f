import { randomUUID } from 'node:crypto';
import { emptyContactFields } from '../../../src/shared/model/contact.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { callFrom } from '../support/calls.ts';
import { createVault, goTo } from '../support/officer.ts';

/** Each tries to run something where it is put in as anything but text. */
const MARKUP = [
  '<img src=x onerror="window.ran=1">',
  '<script>window.ran=1</script>',
  '"><svg onload=window.ran=1>',
  '{{constructor.constructor("window.ran=1")()}}',
  '$t(common:close) {{name}}',
].join(' ');

/** The last two do harm only at the beginning of a value. */
const PAYLOADS = [MARKUP, 'javascript:window.ran=1//', '__proto__'] as const;

test('what would run anywhere else is text in every field of contact, log and action', async ({
  app,
}) => {
  test.setTimeout(400_000);
  const { page } = app;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await createVault(app, '<img src=x onerror="window.ran=1">', 'javascript:window.ran=1');

  for (const payload of PAYLOADS) {
    const text = (field: string): string => `${payload} ${field}`;
    const contactId = await saved(app, 'contacts.save', { id: null, fields: contactWith(text) });
    const meetingId = await saved(app, 'meetings.save', meetingWith(contactId, text));
    const actionId = await saved(app, 'actions.save', actionWith(contactId, text));

    await goTo(app, 'Contacts');
    await expect(page.getByRole('row').filter({ hasText: text('name') })).toBeVisible();
    await page
      .getByRole('link', { name: text('name') })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: text('name') })).toBeVisible();
    await seen(
      app,
      ['code', 'other', 'profession', 'locality', 'cover', 'value', 'hours', 'note'].map(text),
    );
    await seen(app, ['tag', 'notes', 'ground', 'assessor', 'basis'].map(text));
    for (const tab of ['Meetings', 'Actions', 'History']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`, 'u') }).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
      await nothingRan(app);
    }

    await openRecord(app, 'meetings', meetingId);
    await expect(page.getByRole('heading', { name: text('title') })).toBeVisible();
    await seen(
      app,
      ['place', 'said', 'told', 'guest', 'interpreter', 'promise', 'todo', 'who'].map(text),
    );
    await nothingRan(app);

    await openRecord(app, 'actions', actionId);
    await expect(page.getByRole('heading', { name: text('title') })).toBeVisible();
    await seen(app, ['owner', 'detail', 'outcome'].map(text));
    await nothingRan(app);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('title');
    await expect(
      page
        .getByRole('menuitem')
        .filter({ hasText: text('title') })
        .first(),
    ).toBeVisible();
    await nothingRan(app);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  expect(dialogs).toEqual([]);
  expect(problems).toEqual([]);
  expect(await page.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
});

async function saved(
  app: AppUnderTest,
  channel: 'contacts.save' | 'meetings.save' | 'actions.save',
  arg: unknown,
): Promise<string> {
  const outcome = await callFrom(app.page, channel, arg);
  expect(outcome).toMatchObject({ ok: true });
  return (outcome as unknown as { value: { id: string } }).value.id;
}

async function openRecord({ page }: AppUnderTest, view: string, id: string): Promise<void> {
  await page.evaluate((path) => {
    location.hash = path;
  }, `/${view}/${id}`);
}

/** Every text is in the page, letter by letter as it was typed; some of it is folded away. */
async function seen({ page }: AppUnderTest, texts: readonly string[]): Promise<void> {
  for (const text of texts) await expect(page.getByText(text).first()).toBeAttached();
}

/** No payload became an element, a link or a script, and none ran. */
async function nothingRan({ page }: AppUnderTest): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'ran' in window || 'ran' in {},
    elements: document.querySelectorAll(
      'img[src="x"], [onerror], [onload], a[href^="javascript:" i], body script, iframe, object',
    ).length,
  }));
  expect(found).toEqual({ ran: false, elements: 0 });
}

type Text = (field: string) => string;

function contactWith(text: Text) {
  const name = (kind: 'primary' | 'alias', field: string) => ({
    ...{ id: randomUUID(), kind, text: text(field), script: null },
  });
  return {
    ...emptyContactFields(),
    names: [name('primary', 'name'), name('alias', 'other')],
    codeName: text('code'),
    methods: [
      {
        ...{ id: randomUUID(), kind: 'other', value: text('value'), safeHours: text('hours') },
        ...{ neverUse: false, preferred: true, note: text('note') },
      },
    ],
    profession: text('profession'),
    locality: text('locality'),
    peacefulMeans: {
      ...{ status: 'met', assessedBy: text('assessor'), assessedOn: '2026-01-02' },
      ground: text('ground'),
    },
    coverPhrase: text('cover'),
    legitimateBasis: { ground: 'public-role', explanation: text('basis') },
    tags: [text('tag')],
    notes: text('notes'),
  };
}

function meetingWith(contactId: string, text: Text) {
  return {
    id: null,
    fields: {
      ...{ startedAt: '2026-01-02T10:00', timeZone: 'Europe/Tallinn', durationMinutes: null },
      ...{ channel: 'in-person', place: text('place'), language: null },
      participants: [
        { contactId, name: null, role: 'defender' },
        { contactId: null, name: text('guest'), role: 'other' },
      ],
      ...{ interpreter: text('interpreter'), title: text('title'), said: text('said') },
      ...{ told: text('told'), sensitivity: 'normal', correctsId: null },
    },
    promises: [
      {
        ...{ id: null, contactId, text: text('promise'), dueOn: null },
        ...{ state: 'open', settledOn: null, toldThemOn: null },
      },
    ],
    followUps: [
      {
        ...{ id: null, contactId, text: text('todo'), dueOn: null, assignedTo: text('who') },
        ...{ state: 'open', settledOn: null },
      },
    ],
    seal: false,
  };
}

function actionWith(contactId: string, text: Text) {
  return {
    id: null,
    fields: {
      ...{ type: 'private-approach', title: text('title'), audience: 'authorities' },
      ...{ owner: text('owner'), dueOn: null, subjectIds: [contactId], detail: text('detail') },
      ...{ doneOn: null, outcome: text('outcome') },
    },
  };
}
