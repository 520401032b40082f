import { useState, type ReactNode } from 'react';
import { FileLock2, Image as ImageIcon, Paperclip, Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SHOWN_IMAGE_TYPES, type Attachment } from '../../../shared/model/attachment.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './meetings.module.css';

export interface MeetingFilesProps {
  readonly meetingId: string;
  readonly files: readonly Attachment[];
  /** A sealed log takes and gives up no file. */
  readonly canChange: boolean;
}

/** The files of a log. Images are shown inside the application; anything else is named, not opened. */
export function MeetingFiles({ meetingId, files, canChange }: MeetingFilesProps): ReactNode {
  const { t } = useTranslation('meetings');
  const [viewed, setViewed] = useState<Attachment | null>(null);
  const choose = useAsk(client.host.chooseFile);
  const add = useAsk(client.attachments.add);
  const remove = useAsk(client.attachments.remove);
  const done = useUndoToast();

  const attach = async (): Promise<void> => {
    const file = await choose.ask({ purpose: 'open-attachment' });
    if (!file.ok) return;
    const outcome = await add.ask({
      ownerType: 'meeting-log',
      ownerId: meetingId,
      file: file.value.token,
    });
    if (outcome.ok) done(t('attachment.addedToast'), outcome.value.changeSetId);
  };
  const takeAway = async (file: Attachment): Promise<void> => {
    const outcome = await remove.ask({ id: file.id });
    if (outcome.ok) done(t('attachment.removedToast'), outcome.value.changeSetId);
  };

  return (
    <Card
      title={t('read.attachments')}
      icon={Paperclip}
      actions={
        canChange && (
          <Button
            size="sm"
            icon={Paperclip}
            isPending={choose.pending || add.pending}
            onPress={() => void attach()}
          >
            {t('attachment.add')}
          </Button>
        )
      }
    >
      <ErrorNotice error={add.failure ?? remove.failure ?? choose.failure} />
      {files.length === 0 ? (
        <p className={styles['muted']}>{t('attachment.none')}</p>
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
      <p className={styles['muted']}>{t('attachment.note')}</p>
      <Dialog
        kind="wide"
        isOpen={viewed !== null}
        onClose={() => setViewed(null)}
        title={viewed?.name ?? ''}
      >
        {viewed !== null && <Picture file={viewed} className={styles['picture'] ?? ''} />}
      </Dialog>
    </Card>
  );
}

interface FileTileProps {
  readonly file: Attachment;
  readonly onView: () => void;
  readonly onRemove: (() => void) | null;
}

function FileTile({ file, onView, onRemove }: FileTileProps): ReactNode {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const isShown = isShownImage(file);
  return (
    <li className={styles['file']}>
      {isShown ? (
        <AriaButton
          className={styles['thumb'] ?? ''}
          aria-label={t('attachment.view', { name: file.name })}
          onPress={onView}
        >
          <Picture file={file} />
        </AriaButton>
      ) : (
        <div className={styles['thumb']}>
          <FileLock2 aria-hidden />
        </div>
      )}
      <div className={styles['fileRow']}>
        <bdi className={styles['fileName']} title={file.name}>
          {file.name}
        </bdi>
        {onRemove !== null && (
          <IconButton
            size="sm"
            icon={Trash2}
            label={t('attachment.removeLabel', { name: file.name })}
            onPress={onRemove}
          />
        )}
      </div>
      <span className={styles['fileNote']}>
        {`${file.mediaType} · ${format.bytes(file.sizeBytes)}`}
      </span>
      {!isShown && <span className={styles['fileNote']}>{t('attachment.inert')}</span>}
    </li>
  );
}

function isShownImage(file: Pick<Attachment, 'mediaType'>): boolean {
  return SHOWN_IMAGE_TYPES.some((type) => type === file.mediaType);
}

/** The bytes are asked for by their sum and shown only under a type found from them. */
function Picture({
  file,
  className,
}: {
  readonly file: Attachment;
  readonly className?: string;
}): ReactNode {
  const { t } = useTranslation('meetings');
  const { data, error } = useCall(client.attachments.read, { sha256: file.sha256 });
  const [isBroken, setBroken] = useState(false);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <ImageIcon aria-hidden />;
  if (isBroken || !isShownImage(data)) {
    return <span className={styles['fileNote']}>{t('attachment.undecodable')}</span>;
  }
  return (
    <img
      className={className}
      alt={file.name}
      draggable={false}
      src={`data:${data.mediaType};base64,${data.base64}`}
      onError={() => setBroken(true)}
    />
  );
}
