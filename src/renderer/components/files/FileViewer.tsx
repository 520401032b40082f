import type { ReactNode } from 'react';
import type { Attachment } from '../../../shared/model/attachment.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../Dialog.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { FileContent } from './FileContent.tsx';
import styles from './files.module.css';
import { shownName } from './shown-name.ts';
import { useFileKind } from './use-file-kind.ts';

export interface FileViewerProps {
  /** The file that is looked at; null while none is. */
  readonly file: Attachment | null;
  readonly onClose: () => void;
}

/** Shows one file inside the application. The vault puts the look on record. */
export function FileViewer({ file, onClose }: FileViewerProps): ReactNode {
  return (
    <Dialog
      kind="wide"
      isOpen={file !== null}
      onClose={onClose}
      title={shownName(file?.name ?? '')}
    >
      {file !== null && <Viewed file={file} />}
    </Dialog>
  );
}

function Viewed({ file }: { readonly file: Attachment }): ReactNode {
  const kindOf = useFileKind();
  const format = useFormat();
  const { data, error } = useCall(client.attachments.view, { id: file.id });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Skeleton lines={1} blockSize="16rem" />;
  return (
    <div className={styles['viewed']}>
      <p
        className={styles['note']}
      >{`${kindOf(data.mediaType)} · ${format.bytes(file.sizeBytes)}`}</p>
      <FileContent content={data} name={shownName(file.name)} />
    </div>
  );
}
