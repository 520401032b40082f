import { Fragment, type ReactNode } from 'react';
import styles from './FactList.module.css';

export interface Fact {
  readonly label: string;
  /** Null, undefined, false or '' leaves the fact out. */
  readonly value: ReactNode;
}

/** Names and values, aligned; facts without a value are left out. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(
          ({ value }) => value !== null && value !== undefined && value !== false && value !== '',
        )
        .map(({ label, value }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
