import type { ContactBrief } from './brief.ts';
import { BRIEF_SECTIONS, type BriefSectionName, type BriefWords } from './brief-words.ts';
import { ratingLevel } from './risk-level.ts';

/** A piece of what somebody wrote, after the words for what it is; null where nothing needs saying. */
export interface BriefFact {
  readonly label: string | null;
  readonly text: string;
}

/** One entry of a section. */
export interface BriefLine {
  /** Our own words: a date, a kind. */
  readonly lead: string | null;
  /** What somebody wrote. */
  readonly text: string | null;
  readonly facts: readonly BriefFact[];
  /** Free text over several lines. */
  readonly passages: readonly BriefFact[];
  /** Must never be used: shown as a warning, by more than its colour. */
  readonly isWarning: boolean;
}

export interface BriefSection {
  readonly name: BriefSectionName;
  readonly title: string;
  readonly none: string;
  readonly lines: readonly BriefLine[];
}

/** Dates, languages and countries as they are written in a language. */
export interface BriefFormat {
  date(isoDate: string): string;
  dateTime(isoLocal: string): string;
  language(tag: string): string;
  country(code: string): string;
  list(values: readonly string[]): string;
}

/** How a language writes them. It has to be one that Intl takes (`briefWords`). */
export function briefFormat(language: string): BriefFormat {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(language, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
  });
  const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  const countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    date: (isoDate) => date.format(new Date(`${isoDate}T00:00:00Z`)),
    dateTime: (isoLocal) => dateTime.format(new Date(`${isoLocal}:00Z`)),
    language: (tag) => orSame(() => languages.of(tag), tag),
    country: (code) => orSame(() => countries.of(code), code),
    list: (values) => list.format(values),
  };
}

/** A tag that Intl does not know is shown as it is. */
function orSame(name: () => string | undefined, tag: string): string {
  try {
    return name() ?? tag;
  } catch {
    return tag;
  }
}

/** Who they are, in the order of a line under the name. */
export function briefAbout(
  brief: ContactBrief,
  words: BriefWords,
  format: BriefFormat,
): readonly BriefFact[] {
  const place = [brief.locality, brief.country === null ? null : format.country(brief.country)];
  return [
    ...fact(words.word.alsoKnownAs, format.list(brief.otherNames)),
    ...fact(words.word.codeName, brief.codeName),
    ...fact(null, brief.profession),
    ...fact(null, place.filter((part) => part !== null).join(', ')),
    ...fact(words.word.languages, format.list(brief.languages.map((tag) => format.language(tag)))),
    ...fact(null, format.list(brief.riskGroups.map((group) => words.of.riskGroup[group]))),
    ...fact(
      words.word.leftOut,
      format.list(brief.leftOut.map((part) => words.of.withheldPart[part])),
    ),
  ];
}

/** The sections of a brief in their order, the same on the screen, on paper and in a file. */
export function briefSections(
  brief: ContactBrief,
  words: BriefWords,
  format: BriefFormat,
): readonly BriefSection[] {
  return BRIEF_SECTIONS.map((name) => ({
    name,
    ...words.section[name],
    lines: LINES[name](brief, words, format),
  }));
}

type LinesOf = (brief: ContactBrief, words: BriefWords, format: BriefFormat) => BriefLine[];

const LINES: Readonly<Record<BriefSectionName, LinesOf>> = {
  reach: ({ methods, coverPhrase, close }, { word, of }) => [
    ...[...methods.filter((one) => one.neverUse), ...methods.filter((one) => !one.neverUse)].map(
      ({ kind, value, safeHours, neverUse, preferred, note }) =>
        line(neverUse ? `${word.neverUse}: ${of.methodKind[kind]}` : of.methodKind[kind], value, {
          isWarning: neverUse,
          facts: neverUse
            ? fact(null, note)
            : [
                ...fact(null, preferred ? word.preferred : null),
                ...(safeHours === null
                  ? fact(null, word.anyTime)
                  : fact(word.safeHours, safeHours)),
                ...fact(null, note),
              ],
        }),
    ),
    ...(coverPhrase === null ? [] : [line(word.coverPhrase, `“${coverPhrase}”`)]),
    ...close.map(({ type, label, note }) =>
      line(of.closeType[type], label, { passages: fact(null, note) }),
    ),
  ],

  'not-to-raise': ({ notToRaise, consents, withholdings }, { word, of }) => [
    ...(notToRaise.trim() === '' ? [] : [line(null, null, { passages: fact(null, notToRaise) })]),
    ...withholdings.map(({ what, fromWhom, reason }) =>
      line(null, what, {
        facts: [...fact(word.keepFrom, fromWhom), ...fact(word.reason, reason)],
      }),
    ),
    ...consents
      .filter(({ state, conditions }) => state === 'live' && conditions.trim() !== '')
      .map(({ purpose, conditions }) =>
        line(`${word.conditionOf}: ${of.purpose[purpose]}`, null, {
          passages: fact(null, conditions),
        }),
      ),
  ],

  introduced: ({ introducedBy }) =>
    introducedBy.map(({ label, note }) => line(null, label, { passages: fact(null, note) })),

  meetings: ({ meetings }, { word, of }, format) =>
    meetings.map(({ startedAt, timeZone, channel, place, title, present, said, told }) =>
      line(format.dateTime(startedAt), title, {
        facts: [
          ...fact(null, of.meetingChannel[channel]),
          ...fact(null, place),
          ...fact(null, timeZone),
          ...fact(word.present, format.list(present)),
        ],
        passages: [...fact(word.said, said), ...fact(word.told, told)],
      }),
    ),

  promises: ({ promises }, { word }, format) =>
    promises.map(({ text, dueOn }) =>
      line(null, text, {
        facts: dueOn === null ? fact(null, word.noDay) : fact(word.by, format.date(dueOn)),
      }),
    ),

  dates: ({ dates }, { word, of }, format) =>
    dates.map(({ kind, on, time, timeZone, text, purpose }) => {
      const day =
        on === null
          ? word.noDay
          : time === null
            ? format.date(on)
            : format.dateTime(`${on}T${time}`);
      const what =
        purpose === null ? of.dateKind[kind] : `${of.dateKind[kind]}: ${of.purpose[purpose]}`;
      return line(`${day} · ${what}`, text, { facts: fact(null, timeZone) });
    }),

  consents: ({ consents }, { word, of }, format) =>
    consents.map(({ purpose, audience, state, decidedOn, until, conditions }) =>
      line(`${of.purpose[purpose]} · ${of.audience[audience]}`, null, {
        isWarning: state !== 'live',
        facts: [
          ...fact(null, of.consentState[state]),
          ...fact(word.since, format.date(decidedOn)),
          ...fact(word.until, until === null ? null : format.date(until)),
          ...fact(word.conditions, conditions),
        ],
      }),
    ),

  risk: ({ risk: { level, assessment } }, { word, of }, format) => {
    if (level === null && assessment === null) return [];
    const lead = level === null ? word.noLevel : of.riskLevel[level];
    if (assessment === null) return [line(lead, null)];
    const { assessedOn, trend, ratings, triggers, mitigations, safetyPlan } = assessment;
    return [
      line(lead, null, {
        facts: [
          ...fact(null, of.riskTrend[trend]),
          ...fact(word.assessedOn, format.date(assessedOn)),
        ],
        passages: [
          ...fact(word.safetyPlan, safetyPlan),
          ...fact(word.triggers, triggers),
          ...fact(word.mitigations, mitigations),
        ],
      }),
      ...ratings.map((rating) =>
        line(`${of.nineRisk[rating.risk]} · ${of.riskBearer[rating.bearer]}`, null, {
          facts: [...fact(null, of.riskLevel[ratingLevel(rating)]), ...fact(null, rating.note)],
        }),
      ),
    ];
  },

  actions: ({ actions }, { word, of }, format) =>
    actions.map(({ type, title, status, dueOn, owner }) =>
      line(of.actionType[type], title, {
        facts: [
          ...fact(null, of.actionStatus[status]),
          ...fact(word.by, dueOn === null ? null : format.date(dueOn)),
          ...fact(word.owner, owner),
        ],
      }),
    ),
};

function line(
  lead: string | null,
  text: string | null,
  more: Partial<Pick<BriefLine, 'facts' | 'passages' | 'isWarning'>> = {},
): BriefLine {
  return { lead, text, facts: [], passages: [], isWarning: false, ...more };
}

/** One fact, or none where there is nothing to say. */
function fact(label: string | null, text: string | null): BriefFact[] {
  return text === null || text.trim() === '' ? [] : [{ label, text }];
}
