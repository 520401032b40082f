import { useState, type ReactNode } from 'react';
import { Eye, File, FileImage, FilePlus, Paperclip, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactPage } from '../../../shared/contract/contacts.ts';
import { SHOWN_IMAGE_TYPES } from '../../../shared/model/attachment.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileViewer } from '../../components/files/FileViewer.tsx';
import { shownName } from '../../components/files/shown-name.ts';
import { useFileKind } from '../../components/files/use-file-kind.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './ContactPage.module.css';

type FileRow = ContactPage['attachments'][number];

function isShown(file: FileRow): boolean {
  return SHOWN_IMAGE_TYPES.some((type) => type === file.mediaType);
}

/** Files kept with the contact, shown inside the application; nothing is written out. */
export function ContactFiles({ page }: { readonly page: ContactPage }): ReactNode {
  const { t } = useTranslation(['contacts', 'common']);
  const format = useFormat();
  const kindOf = useFileKind();
  const [shown, setShown] = useState<FileRow | null>(null);
  const choose = useAsk(client.host.chooseFile);
  const add = useAsk(client.attachments.add);
  const remove = useAsk(client.attachments.remove);
  const done = useUndoToast();

  const addFile = async (): Promise<void> => {
    const chosen = await choose.ask({ purpose: 'open-attachment' });
    if (!chosen.ok) return;
    const outcome = await add.ask({
      ownerType: 'contact',
      ownerId: page.contact.id,
      file: chosen.value.token,
    });
    if (outcome.ok) done(t('files.added'), outcome.value.changeSetId);
  };
  const removeFile = async (file: FileRow): Promise<void> => {
    const outcome = await remove.ask({ id: file.id });
    if (outcome.ok) done(t('files.removed'), outcome.value.changeSetId);
  };
  const button = (
    <Button
      size="sm"
      icon={FilePlus}
      isPending={choose.pending || add.pending}
      onPress={() => void addFile()}
    >
      {t('files.add')}
    </Button>
  );

  return (
    <div className={styles['stack']}>
      <ErrorNotice error={choose.failure ?? add.failure ?? remove.failure} />
      {page.attachments.length === 0 ? (
        <EmptyState icon={Paperclip} title={t('files.emptyTitle')} actions={button}>
          {t('files.empty')}
        </EmptyState>
      ) : (
        <Card title={t('page.files')} icon={Paperclip} actions={button} isFlush>
          <ul className={styles['items']}>
            {page.attachments.map((file) => (
              <li key={file.id} className={styles['item']}>
                {isShown(file) ? <FileImage aria-hidden /> : <File aria-hidden />}
                <div className={styles['itemWords']}>
                  <bdi>{shownName(file.name)}</bdi>
                  <p className={styles['itemNote']}>
                    {`${kindOf(file.mediaType)} · ${format.bytes(file.sizeBytes)}`}
                  </p>
                </div>
                <IconButton
                  icon={Eye}
                  label={t('common:file.show', { name: shownName(file.name) })}
                  onPress={() => setShown(file)}
                />
                <IconButton
                  icon={Trash2}
                  label={t('common:file.remove', { name: shownName(file.name) })}
                  onPress={() => void removeFile(file)}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <FileViewer file={shown} onClose={() => setShown(null)} />
    </div>
  );
}
