import { useState, type ReactNode } from 'react';
import { FileText, Image as ImageIcon, Paperclip, Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  SHOWN_IMAGE_TYPES,
  type Attachment,
  type AttachmentOwner,
} from '../../../shared/model/attachment.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../Button.tsx';
import { Card } from '../Card.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { Picture } from './FileContent.tsx';
import { FileViewer } from './FileViewer.tsx';
import { shownName } from './shown-name.ts';
import { useFileKind } from './use-file-kind.ts';
import { IconButton } from '../IconButton.tsx';
import { useUndoToast } from '../use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './files.module.css';

export interface RecordFilesProps {
  readonly ownerType: AttachmentOwner;
  readonly ownerId: string;
  readonly files: readonly Attachment[];
  /** What is sealed takes and gives up no file. */
  readonly canChange: boolean;
}

/** The files of a record, shown inside the application; what it does not show is named, not opened. */
export function RecordFiles({ ownerType, ownerId, files, canChange }: RecordFilesProps): ReactNode {
  const { t } = useTranslation();
  const [viewed, setViewed] = useState<Attachment | null>(null);
  const choose = useAsk(client.host.chooseFile);
  const add = useAsk(client.attachments.add);
  const remove = useAsk(client.attachments.remove);
  const done = useUndoToast();

  const attach = async (): Promise<void> => {
    const file = await choose.ask({ purpose: 'open-attachment' });
    if (!file.ok) return;
    const outcome = await add.ask({
      ownerType,
      ownerId,
      file: file.value.token,
    });
    if (outcome.ok) done(t('files.addedToast'), outcome.value.changeSetId);
  };
  const takeAway = async (file: Attachment): Promise<void> => {
    const outcome = await remove.ask({ id: file.id });
    if (outcome.ok) done(t('files.removedToast'), outcome.value.changeSetId);
  };

  return (
    <Card
      title={t('files.title')}
      icon={Paperclip}
      actions={
        canChange && (
          <Button
            size="sm"
            icon={Paperclip}
            isPending={choose.pending || add.pending}
            onPress={() => void attach()}
          >
            {t('files.add')}
          </Button>
        )
      }
    >
      <ErrorNotice error={add.failure ?? remove.failure ?? choose.failure} />
      {files.length === 0 ? (
        <p className={styles['note']}>{t('files.none')}</p>
      ) : (
        <ul className={styles['files']}>
          {files.map((file) => (
            <FileTile
              key={file.id}
              file={file}
              onView={() => setViewed(file)}
              onRemove={canChange ? () => void takeAway(file) : null}
            />
          ))}
        </ul>
      )}
      <p className={styles['note']}>{t('files.note')}</p>
      <FileViewer file={viewed} onClose={() => setViewed(null)} />
    </Card>
  );
}

interface FileTileProps {
  readonly file: Attachment;
  readonly onView: () => void;
  readonly onRemove: (() => void) | null;
}

function FileTile({ file, onView, onRemove }: FileTileProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kindOf = useFileKind();
  const name = shownName(file.name);
  return (
    <li className={styles['file']}>
      <AriaButton
        className={styles['thumb'] ?? ''}
        aria-label={t('file.show', { name })}
        onPress={onView}
      >
        <Thumbnail file={file} />
      </AriaButton>
      <div className={styles['fileRow']}>
        <bdi className={styles['fileName']} title={name}>
          {name}
        </bdi>
        {onRemove !== null && (
          <IconButton
            size="sm"
            icon={Trash2}
            label={t('file.remove', { name })}
            onPress={onRemove}
          />
        )}
      </div>
      <span className={styles['fileNote']}>
        {`${kindOf(file.mediaType)} · ${format.bytes(file.sizeBytes)}`}
      </span>
    </li>
  );
}

/** The picture itself, small; asked for by its sum, and shown only as what its bytes are. */
function Thumbnail({ file }: { readonly file: Attachment }): ReactNode {
  const isPicture = SHOWN_IMAGE_TYPES.some((type) => type === file.mediaType);
  const { data } = useCall(
    client.attachments.read,
    { sha256: file.sha256 },
    { enabled: isPicture },
  );
  if (data?.shownAs === 'picture') return <Picture content={data} name="" />;
  return isPicture ? <ImageIcon aria-hidden /> : <FileText aria-hidden />;
}
