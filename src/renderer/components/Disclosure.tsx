import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import { ChevronDown } from 'lucide-react';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean | undefined;
}

/** Less used fields or details, shown when asked for. */
export function Disclosure({ label, children, isOpenAtFirst }: DisclosureProps): ReactNode {
  return (
    <AriaDisclosure defaultExpanded={isOpenAtFirst ?? false}>
      <Button slot="trigger" className={styles['trigger'] ?? ''}>
        <ChevronDown aria-hidden />
        {label}
      </Button>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        <div className={styles['inner']}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
