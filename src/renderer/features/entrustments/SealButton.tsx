import type { ReactNode } from 'react';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { client, type Ask } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { showToast } from '../../components/toasts.tsx';

export interface SealButtonProps<Arg, Failed extends Failure> {
  readonly label: string;
  readonly suggestedName: string;
  readonly doneWords: string;
  readonly seal: Ask<Arg, unknown, Failed>;
  /** What is sealed, into the file of this token. */
  readonly argFor: (file: string) => Arg;
}

/** Picks a file and seals a receipt or a request into it; what went wrong stands beside the button. */
export function SealButton<Arg, Failed extends Failure>(
  props: SealButtonProps<Arg, Failed>,
): ReactNode {
  const { t } = useTranslation('entrustments');
  const choose = useAsk(client.host.chooseFile);
  const seal = useAsk(props.seal);
  const press = async (): Promise<void> => {
    seal.dismiss();
    const file = await choose.ask({
      purpose: 'save-bundle',
      suggestedName: props.suggestedName,
    });
    if (!file.ok) return;
    const sealed = await seal.ask(props.argFor(file.value.token));
    if (sealed.ok) showToast({ title: props.doneWords, detail: t('seal.carry') });
  };
  return (
    <>
      <Button
        size="sm"
        icon={Lock}
        isPending={choose.pending || seal.pending}
        onPress={() => void press()}
      >
        {props.label}
      </Button>
      <ErrorNotice error={seal.failure ?? choose.failure} />
    </>
  );
}
