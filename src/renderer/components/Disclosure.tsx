import { useState, type ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import { ChevronDown } from 'lucide-react';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean | undefined;
  /** The content is made only while it is shown: for what asks the vault. Not for fields. */
  readonly isLazy?: boolean | undefined;
}

/** Less used fields or details, shown when asked for. */
export function Disclosure(props: DisclosureProps): ReactNode {
  const { label, children, isOpenAtFirst = false, isLazy = false } = props;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <AriaDisclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <Button slot="trigger" className={styles['trigger'] ?? ''}>
        <ChevronDown aria-hidden />
        {label}
      </Button>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        {(isOpen || !isLazy) && <div className={styles['inner']}>{children}</div>}
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
