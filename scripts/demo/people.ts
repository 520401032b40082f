import type {
  ContactKind,
  ORGANISATION_TYPES,
  RiskGroup,
  RiskLevel,
} from '../../src/shared/model/vocabulary/contact.ts';

/**
 * What a contact of the demo has agreed to:
 *
 * - open: everything an action of this application can need, towards those it is needed for;
 * - steady: to be met, and to be shared inside the mission and with capital;
 * - careful: as steady, but the photo, ways to reach them or notes do not travel, and nothing public;
 * - proxy: in detention; someone close to them spoke for them;
 * - refused, withdrawn, expired, not-asked: does not travel to another posting, each for its reason;
 * - basis: held and handed over because of a public role, not by consent.
 */
export type ConsentProfile =
  | 'open'
  | 'steady'
  | 'careful'
  | 'proxy'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'not-asked'
  | 'basis';

export interface DemoContact {
  readonly name: string;
  /** The name in a second script, and that script (ISO 15924). */
  readonly other: readonly [text: string, script: string] | null;
  readonly kind: ContactKind;
  readonly organisationType: (typeof ORGANISATION_TYPES)[number] | null;
  readonly profession: string | null;
  readonly place: string;
  readonly risk: RiskLevel | null;
  readonly groups: readonly RiskGroup[];
  readonly language: string;
  readonly consent: ConsentProfile;
}

/** A country that does not exist, and so has no code. */
export const COUNTRY = { name: 'Orvania', timeZone: 'Europe/Tallinn' } as const;
export const REMOTE_PLACES: readonly string[] = ['Upper Mirrow', 'Kuren Plateau', 'Lake Tessa'];

const JOURNALISTS = 'journalists-and-media-workers';
const WOMEN = 'women-human-rights-defenders';
const LAND = 'land-and-environmental';
const LGBT = 'lgbt';
const INDIGENOUS = 'indigenous-communities';
const BUSINESS = 'business-and-human-rights';
const RELIGION = 'freedom-of-religion-or-belief';

/** Every one invented, in an invented country. */
export const PEOPLE: readonly DemoContact[] = [
  person(
    'Mirela Tarn',
    ['მირელა ტარნი', 'Geor'],
    'Lawyer',
    'Port Serin',
    'high',
    [WOMEN],
    'ka',
    'open',
  ),
  person(
    'Anselm Okoru',
    null,
    'Land rights organiser',
    'Upper Mirrow',
    'extreme',
    [LAND, INDIGENOUS],
    'en',
    'open',
  ),
  person(
    'Дарина Волкенова',
    ['Darina Volkenova', 'Latn'],
    'Investigative journalist',
    'Port Serin',
    'high',
    [JOURNALISTS, WOMEN],
    'ru',
    'open',
  ),
  person(
    'Samir Al-Khayali',
    ['سمير الخيالي', 'Arab'],
    'Trade unionist',
    'Halden',
    'medium',
    [BUSINESS],
    'ar',
    'open',
  ),
  person('Tekla Moravin', null, 'Teacher', 'Lake Tessa', 'medium', [INDIGENOUS], 'en', 'open'),
  person(
    'Ibrahim Senn',
    ['إبراهيم سن', 'Arab'],
    'Community leader',
    'Kuren Plateau',
    'high',
    [RELIGION],
    'ar',
    'open',
  ),
  person('Lio Branca', null, 'Campaigner', 'Port Serin', 'high', [LGBT], 'en', 'careful'),
  person(
    'Natela Obari',
    ['ნათელა ობარი', 'Geor'],
    'Nurse',
    'Halden',
    'low',
    [WOMEN],
    'ka',
    'steady',
  ),
  person('Ruvim Castell', null, 'Blogger', 'Port Serin', 'high', [JOURNALISTS], 'en', 'proxy'),
  person(
    'Сава Дреновић',
    ['Sava Drenović', 'Latn'],
    'Environmental scientist',
    'Upper Mirrow',
    'medium',
    [LAND],
    'sr',
    'steady',
  ),
  person(
    'Yasmin Perida',
    ['ياسمين بيريدا', 'Arab'],
    'Photographer',
    'Port Serin',
    'medium',
    [JOURNALISTS, WOMEN],
    'ar',
    'steady',
  ),
  person('Oskar Lind-Varga', null, 'Lawyer', 'Port Serin', 'medium', [], 'en', 'steady'),
  person(
    'Benita Quell',
    null,
    'Domestic worker',
    'Halden',
    'medium',
    [WOMEN, BUSINESS],
    'en',
    'careful',
  ),
  person(
    'Giorgi Samelidze',
    ['გიორგი სამელიძე', 'Geor'],
    'Student organiser',
    'Port Serin',
    'medium',
    [],
    'ka',
    'steady',
  ),
  person(
    'Hana Ostrova',
    ['Хана Острова', 'Cyrl'],
    'Artist',
    'Port Serin',
    'low',
    [LGBT, WOMEN],
    'ru',
    'careful',
  ),
  person('Petru Vasile-Nom', null, 'Farmer', 'Kuren Plateau', 'high', [LAND], 'en', 'steady'),
  person(
    'Amaru Wayna-Test',
    null,
    'Indigenous representative',
    'Upper Mirrow',
    'high',
    [INDIGENOUS, LAND],
    'en',
    'steady',
  ),
  person(
    'Leïla Fontaine-Moss',
    null,
    'Editor',
    'Port Serin',
    'medium',
    [JOURNALISTS],
    'fr',
    'steady',
  ),
  person(
    'Dawit Ferede',
    ['ዳዊት ፈረደ', 'Ethi'],
    'Paralegal',
    'Lake Tessa',
    'medium',
    [RELIGION],
    'am',
    'steady',
  ),
  person(
    'Marta Ilvesson',
    null,
    'Environmental activist',
    'Lake Tessa',
    'high',
    [LAND, WOMEN],
    'en',
    'open',
  ),
  person('Kofi Brandt', null, 'Health worker', 'Halden', 'low', [], 'en', 'refused'),
  person(
    'Zoya Merin',
    ['Зоя Мерин', 'Cyrl'],
    'Journalist',
    'Port Serin',
    'high',
    [JOURNALISTS, WOMEN],
    'ru',
    'withdrawn',
  ),
  person('Elias Torrent', null, 'Politician', 'Port Serin', 'medium', [], 'en', 'expired'),
  person('Sunniva Aakre', null, 'Researcher', 'Halden', 'low', [], 'en', 'not-asked'),
  person(
    'Rashid Nouri',
    ['رشيد نوري', 'Arab'],
    'Religious scholar',
    'Kuren Plateau',
    'high',
    [RELIGION],
    'ar',
    'steady',
  ),
  person(
    'Ottilie Brunn',
    null,
    'Legal aid coordinator',
    'Port Serin',
    'low',
    [WOMEN],
    'en',
    'steady',
  ),
  person('Tomasz Wela', null, 'Whistle-blower', 'Halden', 'extreme', [BUSINESS], 'en', 'careful'),
  person(
    'Ketevan Doli',
    ['ქეთევან დოლი', 'Geor'],
    'Psychologist',
    'Port Serin',
    'low',
    [WOMEN],
    'ka',
    'steady',
  ),
  person(
    'Mateo Irrua',
    null,
    'Fisher and organiser',
    'Lake Tessa',
    'medium',
    [LAND, BUSINESS],
    'es',
    'steady',
  ),
  person(
    'Priya Sandover',
    ['प्रिया सैंडोवर', 'Deva'],
    'Lecturer',
    'Port Serin',
    'medium',
    [WOMEN],
    'hi',
    'steady',
  ),
  group('Mirrow Valley Council of Elders', 'Upper Mirrow', 'high', [INDIGENOUS, LAND], 'steady'),
  group('Women of Halden Docks', 'Halden', 'medium', [WOMEN, BUSINESS], 'steady'),
  group('Open Screens Collective', 'Port Serin', 'medium', [LGBT, JOURNALISTS], 'careful'),
  organisation('Serin Bar for Human Rights', 'ngo', 'Port Serin', 'steady'),
  organisation('Orvania Press Watch', 'cso', 'Port Serin', 'open'),
  organisation('Tessa Water Trust', 'cso', 'Lake Tessa', 'steady'),
  organisation('Ministry of Justice of Orvania', 'authority', 'Port Serin', 'basis'),
  organisation('Kuren Minerals (fictional)', 'company', 'Kuren Plateau', 'basis'),
];

function person(
  name: string,
  other: DemoContact['other'],
  profession: string,
  place: string,
  risk: RiskLevel,
  groups: readonly RiskGroup[],
  language: string,
  consent: ConsentProfile,
): DemoContact {
  return {
    name,
    other,
    kind: 'person',
    organisationType: null,
    profession,
    place,
    risk,
    groups,
    language,
    consent,
  };
}

function group(
  name: string,
  place: string,
  risk: RiskLevel,
  groups: readonly RiskGroup[],
  consent: ConsentProfile,
): DemoContact {
  return {
    ...person(name, null, '', place, risk, groups, 'en', consent),
    kind: 'group',
    profession: null,
  };
}

function organisation(
  name: string,
  organisationType: NonNullable<DemoContact['organisationType']>,
  place: string,
  consent: ConsentProfile,
): DemoContact {
  return {
    ...person(name, null, '', place, 'low', [], 'en', consent),
    kind: 'organisation',
    organisationType,
    profession: null,
    risk: null,
  };
}
