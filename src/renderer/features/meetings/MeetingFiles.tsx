import { useState, type ReactNode } from 'react';
import { FileText, Image as ImageIcon, Paperclip, Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SHOWN_IMAGE_TYPES, type Attachment } from '../../../shared/model/attachment.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Picture } from '../../components/files/FileContent.tsx';
import { FileViewer } from '../../components/files/FileViewer.tsx';
import { shownName } from '../../components/files/shown-name.ts';
import { useFileKind } from '../../components/files/use-file-kind.ts';
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

/** The files of a log, shown inside the application; what it does not show is named, not opened. */
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
  const { t } = useTranslation('common');
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
