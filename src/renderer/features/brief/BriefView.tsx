import type { ReactNode } from 'react';
import {
  Ban,
  CalendarDays,
  CircleSlash,
  FileCheck,
  Handshake,
  ListChecks,
  MessageCircleOff,
  NotebookText,
  ShieldCheck,
  TriangleAlert,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import type { ContactBrief } from '../../../shared/model/brief.ts';
import {
  briefAbout,
  briefSections,
  type BriefFact,
  type BriefLine,
  type BriefSection,
} from '../../../shared/model/brief-sections.ts';
import type { BriefSectionName } from '../../../shared/model/brief-words.ts';
import { cx } from '../../components/cx.ts';
import { useBriefWords } from './use-brief-words.ts';
import styles from './brief.module.css';

const ICONS: Readonly<Record<BriefSectionName, LucideIcon>> = {
  reach: ShieldCheck,
  'not-to-raise': MessageCircleOff,
  introduced: UserPlus,
  meetings: NotebookText,
  promises: Handshake,
  dates: CalendarDays,
  consents: FileCheck,
  risk: TriangleAlert,
  actions: ListChecks,
};

/** What the brief says of one contact, without their name: the same on the screen and on paper. */
export function BriefView({ brief }: { readonly brief: ContactBrief }): ReactNode {
  const { words, format } = useBriefWords();
  return (
    <>
      <Facts facts={briefAbout(brief, words, format)} />
      {briefSections(brief, words, format).map((section) => (
        <Section key={section.name} section={section} />
      ))}
    </>
  );
}

function Section({ section: { name, title, none, lines } }: { section: BriefSection }): ReactNode {
  const Icon = ICONS[name];
  return (
    <section className={styles['section']}>
      <h3 className={styles['sectionTitle']}>
        <Icon aria-hidden />
        {title}
      </h3>
      {lines.length === 0 ? (
        <p className={styles['none']}>{none}</p>
      ) : (
        <ul className={styles['lines']}>
          {lines.map((line, index) => (
            // Lines have no id, and stand still.
            <Line key={index} line={line} isReach={name === 'reach'} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ line, isReach }: { line: BriefLine; isReach: boolean }): ReactNode {
  const { lead, text, facts, passages, isWarning } = line;
  const Warning = isReach ? Ban : CircleSlash;
  return (
    <li className={cx(styles['line'], isWarning && styles['warning'])}>
      {(lead !== null || text !== null) && (
        <p>
          {isWarning && <Warning aria-hidden />}
          {lead !== null && <strong>{lead}</strong>} {text !== null && <bdi>{text}</bdi>}
        </p>
      )}
      <Facts facts={facts} />
      {passages.map(({ label, text: written }) => (
        <div key={label ?? ''}>
          {label !== null && <h4 className={styles['passageTitle']}>{label}</h4>}
          <p className={styles['passage']} dir="auto">
            {written}
          </p>
        </div>
      ))}
    </li>
  );
}

function Facts({ facts }: { readonly facts: readonly BriefFact[] }): ReactNode {
  if (facts.length === 0) return null;
  return (
    <p className={styles['facts']}>
      {facts.map(({ label, text }, index) => (
        <span key={`${label ?? ''} ${text}`}>
          {index > 0 && ' · '}
          {label !== null && `${label}: `}
          <bdi>{text}</bdi>
        </span>
      ))}
    </p>
  );
}
