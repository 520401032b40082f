import type { ReactNode } from 'react';
import { CheckboxGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  GUIDING_PRINCIPLES,
  PILLARS,
} from '../../../shared/model/vocabulary/guiding-principles.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { GroupedCheckbox } from '../../components/fields/Checkbox.tsx';
import { FieldLabel, FieldNotes, type FieldProps } from '../../components/fields/field-parts.tsx';
import { useParticularWords } from './use-particular-words.ts';
import styles from './actions.module.css';

export interface GuidingPrinciplesFieldProps extends FieldProps {
  readonly value: readonly number[];
  readonly onChange: (value: number[]) => void;
}

/** The UN Guiding Principles that are invoked, by pillar, each with its number and what it asks. */
export function GuidingPrinciplesField(props: GuidingPrinciplesFieldProps): ReactNode {
  const { t } = useTranslation('particulars');
  const { label, value, error } = props;
  const words = useParticularWords();
  return (
    <CheckboxGroup
      className={styles['principles'] ?? ''}
      value={value.map(String)}
      onChange={(next) => props.onChange(next.map(Number).sort((a, b) => a - b))}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel label={label} />
      {PILLARS.map((pillar) => {
        const numbers = GUIDING_PRINCIPLES[pillar];
        const isOpen = pillar === 'respect' || numbers.some((one) => value.includes(one));
        return (
          <Disclosure key={pillar} label={t(`pillar.${pillar}`)} isOpenAtFirst={isOpen}>
            {numbers.map((number) => (
              <GroupedCheckbox key={number} value={String(number)}>
                <b>{number}</b> {words.principle(number)}
              </GroupedCheckbox>
            ))}
          </Disclosure>
        );
      })}
      <FieldNotes description={props.description} error={error} />
    </CheckboxGroup>
  );
}
