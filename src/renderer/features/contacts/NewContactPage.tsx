import { useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { emptyContactFields, type ContactFields } from '../../../shared/model/contact.ts';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { ContactForm } from './ContactForm.tsx';
import { entryFields } from '../directory/suggestions.ts';
import { newName } from './NamesEditor.tsx';
import type { NewContactSearch } from './routes.tsx';

export function NewContactPage(): ReactNode {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const { entry } = useSearch({ from: '/contacts/new' });
  const [initial] = useState(() => beginning(entry));
  return (
    <Page>
      <PageHeader title={t('newTitle')} back={<BackLink to="/contacts">{t('title')}</BackLink>} />
      <ContactForm
        id={null}
        draftKey={entry === undefined ? 'new' : `new:${entry}`}
        initial={initial}
        onSaved={(id) => void navigate({ to: '/contacts/$id', params: { id }, replace: true })}
        onCancel={() => void navigate({ to: '/contacts' })}
      />
    </Page>
  );
}

function beginning(entry: NewContactSearch['entry']): ContactFields {
  const empty = { ...emptyContactFields(), names: [newName('primary')] };
  return entry === undefined ? empty : entryFields(empty, entry);
}
