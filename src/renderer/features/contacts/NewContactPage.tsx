import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { emptyContactFields } from '../../../shared/model/contact.ts';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { ContactForm } from './ContactForm.tsx';
import { newName } from './NamesEditor.tsx';

export function NewContactPage(): ReactNode {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const [initial] = useState(() => ({ ...emptyContactFields(), names: [newName('primary')] }));
  return (
    <Page>
      <PageHeader title={t('newTitle')} back={<BackLink to="/contacts">{t('title')}</BackLink>} />
      <ContactForm
        id={null}
        initial={initial}
        onSaved={(id) => void navigate({ to: '/contacts/$id', params: { id }, replace: true })}
        onCancel={() => void navigate({ to: '/contacts' })}
      />
    </Page>
  );
}
