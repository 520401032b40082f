/**
 * Makes `several-hundred.vcf`: 400 cards of people who do not exist, in eleven scripts, as phones
 * and mail programs of twenty years wrote them, and among them cards that are broken.
 *
 *     node test/vectors/vcard/make.ts
 *
 * The file is committed; the tests read that file and compare it with what this module says each
 * card holds (`madeCards`) and with the frozen report.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { picturePng } from '../../../scripts/demo/picture-png.ts';
import { NAME_LISTS, type NameList } from './names.ts';
import { JPEG_BLUE, JPEG_GREEN, JPEG_ORANGE, WEBP_BLUE } from './photos.ts';

export interface MadeCard {
  readonly lines: readonly Buffer[];
  /** What an importer must make of it. */
  readonly expected: {
    readonly accepted: boolean;
    readonly label: string;
    readonly script: string | null;
    readonly photo: string | null;
  };
}

const CARDS = 400;
const PHOTOS = [
  { type: 'JPEG', mediaType: 'image/jpeg', base64: JPEG_BLUE },
  { type: 'PNG', mediaType: 'image/png', base64: png([70, 60, 120], [240, 230, 210]) },
  { type: 'JPEG', mediaType: 'image/jpeg', base64: JPEG_ORANGE },
  { type: 'PNG', mediaType: 'image/png', base64: png([20, 110, 100], [250, 240, 230]) },
  { type: 'WEBP', mediaType: 'image/webp', base64: WEBP_BLUE },
  { type: 'JPEG', mediaType: 'image/jpeg', base64: JPEG_GREEN },
] as const;

/** Every card of the file, with what it must become. The same on each run. */
export function madeCards(): MadeCard[] {
  return Array.from({ length: CARDS }, (_, index) => BROKEN[index]?.() ?? soundCard(index));
}

function soundCard(index: number): MadeCard {
  const list = at(NAME_LISTS, index);
  const person = nameOf(list, index);
  if (index % 23 === 22) return organisationCard(list, index);
  if (index % 10 === 4) return cardOfVersion21(list, index, person);
  if (index % 10 === 7) return cardOfVersion4(list, index, person);
  const photo = index % 8 === 1 ? at(PHOTOS, index >> 3) : null;
  const grouped = index % 7 === 3;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${person.family};${person.given};;;`,
    `FN:${person.shown}`,
    ...(index % 5 === 0 ? [`NICKNAME:Fictional ${index}`] : []),
    grouped ? `item1.TEL;TYPE=pref:${phone(index)}` : `TEL;TYPE=CELL,VOICE:${phone(index)}`,
    ...(grouped ? ['item1.X-ABLabel:Signal'] : []),
    `EMAIL;TYPE=INTERNET,WORK:person${index}@fictional.example`,
    ...(index % 4 === 0 ? [`ADR;TYPE=WORK:;;${index} Invented Road;Portmere;;0${index};XA`] : []),
    `CATEGORIES:FICTIONAL,${index % 2 === 0 ? 'land rights' : 'journalists'}`,
    `NOTE:FICTIONAL person ${index}\\, made for tests.\\n${person.shown} ${longNote(list, index)}`,
    ...(index % 6 === 0 ? ['TITLE:Lawyer'] : []),
    ...(index % 9 === 0 ? ['BDAY:1980-01-01'] : []),
    ...(photo === null ? [] : [`PHOTO;ENCODING=b;TYPE=${photo.type}:${photo.base64}`]),
    'END:VCARD',
  ];
  return {
    lines: folded(lines, index),
    expected: {
      accepted: true,
      label: person.shown,
      script: person.script,
      photo: photo?.mediaType ?? null,
    },
  };
}

function cardOfVersion21(list: NameList, index: number, person: Person): MadeCard {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:2.1',
    ...quotedPrintable('N', `${person.family};${person.given};;;`),
    ...quotedPrintable('FN', person.shown),
    `TEL;CELL;PREF:${phone(index)}`,
    ...quotedPrintable('NOTE', `FICTIONAL = not real; ${longNote(list, index)}\r\nSecond line.`),
    'END:VCARD',
  ];
  return {
    lines: lines.map((line) => Buffer.from(line)),
    expected: { accepted: true, label: person.shown, script: person.script, photo: null },
  };
}

function cardOfVersion4(list: NameList, index: number, person: Person): MadeCard {
  const photo = index % 20 === 7 ? at(PHOTOS, index) : null;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `FN;LANGUAGE=${list.language}:${person.shown}`,
    `FN;LANGUAGE=en:Fictional Person ${index}`,
    `N:${person.family};${person.given};;;`,
    `TEL;VALUE=uri;TYPE="voice,cell";PREF=1:tel:${phone(index)}`,
    `IMPP:sgnl:${phone(index)}`,
    `LANG;PREF=1:${list.language}`,
    'CATEGORIES:FICTIONAL',
    `NOTE:FICTIONAL. ${longNote(list, index)}`,
    ...(photo === null ? [] : [`PHOTO:data:${photo.mediaType};base64,${photo.base64}`]),
    'UID:urn:uuid:00000000-0000-4000-8000-000000000000',
    'END:VCARD',
  ];
  return {
    lines: folded(lines, index),
    expected: {
      accepted: true,
      label: person.shown,
      script: person.script,
      photo: photo?.mediaType ?? null,
    },
  };
}

function organisationCard(list: NameList, index: number): MadeCard {
  const name = `${at(list.family, index)} ${at(list.given, index + 1)} ${index}`;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:;;;;',
    `FN:${name}`,
    `ORG:${name};Fictional unit`,
    'X-ABShowAs:COMPANY',
    `TEL;TYPE=WORK:${phone(index)}`,
    'URL:https://fictional.example/',
    'CATEGORIES:FICTIONAL',
    'END:VCARD',
  ];
  return {
    lines: folded(lines, index),
    expected: { accepted: true, label: name, script: list.script, photo: null },
  };
}

/** Cards that real files hold and no format allows, by their place in the file. */
const BROKEN: Readonly<Record<number, () => MadeCard>> = {
  20: () => broken(20, { without: ['END'], accepted: false }),
  41: () => broken(41, { without: ['FN', 'N'], accepted: false, label: '' }),
  62: () => broken(62, { replace: { VERSION: 'VERSION:9.9' }, accepted: false }),
  83: () => broken(83, { add: ['this line has neither name nor value', ';;;:;;'] }),
  104: () => broken(104, { add: ['PHOTO;ENCODING=b;TYPE=PNG:*** not base64 ***'] }),
  125: () => broken(125, { add: [Buffer.from('TITLE:Avocate \xe0 la cour', 'latin1')] }),
  146: () => broken(146, { add: ['TITLE:Law\u0000yer \u0007with bells'] }),
  167: () => broken(167, { add: ['NICKNAME:\u202efdp.exe\u202c'] }),
  188: () => broken(188, { add: ['PHOTO;VALUE=uri:http://fictional.example/photo.jpg'] }),
  209: () => broken(209, { add: [`PHOTO;ENCODING=b;TYPE=PNG:${svg()}`] }),
  230: () => broken(230, { add: ['AGENT:', ...minimalCard('Someone Within')] }),
  251: () => broken(251, { add: ['KIND:location'], accepted: false }),
  272: () => broken(272, { add: ['ROLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ZZ=D0'] }),
  293: () => broken(293, { replace: { VERSION: 'X-NO-VERSION:1' } }),
  314: () => broken(314, { add: ['URL:javascript:alert(1)', '__proto__:polluted'] }),
  335: () => broken(335, { add: [`TEL:${'9'.repeat(400)}`, `FN:${'x'.repeat(400)}`] }),
  // The same card twice in one file.
  356: () => ({ ...soundCard(355), expected: { ...soundCard(355).expected, accepted: false } }),
};

interface Breakage {
  readonly without?: readonly string[];
  readonly replace?: Readonly<Record<string, string>>;
  readonly add?: readonly (string | Buffer)[];
  readonly accepted?: boolean;
  readonly label?: string;
}

function broken(index: number, breakage: Breakage): MadeCard {
  const { without = [], replace = {}, add = [], accepted = true } = breakage;
  const person = nameOf(at(NAME_LISTS, index), index);
  const lines: (string | Buffer)[] = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${person.family};${person.given};;;`,
    `FN:${person.shown}`,
    `TEL:${phone(index)}`,
    'CATEGORIES:FICTIONAL',
    ...add,
    'END:VCARD',
  ].flatMap((line) => {
    const name = typeof line === 'string' ? (line.split(':', 1)[0] ?? '') : '';
    if (without.includes(name)) return [];
    return [Object.hasOwn(replace, name) ? (replace[name] ?? line) : line];
  });
  return {
    lines: lines.map((line) => (typeof line === 'string' ? Buffer.from(line) : line)),
    expected: {
      accepted,
      label: breakage.label ?? person.shown,
      script: person.script,
      photo: null,
    },
  };
}

function minimalCard(name: string): string[] {
  return ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, `N:${name};;;;`, 'END:VCARD'];
}

/** A picture that is a program: base64 of an SVG that claims to be a PNG. */
function svg(): string {
  return Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>').toString(
    'base64',
  );
}

interface Person {
  readonly given: string;
  readonly family: string;
  readonly shown: string;
  readonly script: string;
}

function nameOf(list: NameList, index: number): Person {
  const given = at(list.given, Math.trunc(index / NAME_LISTS.length));
  const family = at(list.family, Math.trunc(index / NAME_LISTS.length / list.given.length));
  return { given, family, shown: list.shown(given, family), script: list.script };
}

/** Country code 999 is not assigned to anyone (ITU-T E.164). */
function phone(index: number): string {
  return `+999 5550 ${String(index).padStart(4, '0')}`;
}

function longNote(list: NameList, index: number): string {
  return [...list.family, ...list.given].slice(index % 5).join(' · ');
}

function quotedPrintable(name: string, text: string): string[] {
  const encoded = Array.from(Buffer.from(text), (byte) => {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    return plain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const lines: string[] = [];
  let line = `${name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:`;
  for (const unit of encoded) {
    if (line.length + unit.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += unit;
  }
  return [...lines, line];
}

/**
 * Folded at 75 octets (RFC 6350, 3.2). Every other card is folded as careless writers do it, by
 * octets alone, so that a fold falls inside a character.
 */
function folded(lines: readonly string[], index: number): Buffer[] {
  const careless = index % 2 === 1;
  return lines.flatMap((line) => {
    let rest = Buffer.from(line);
    const parts: Buffer[] = [];
    let room = 75;
    while (rest.length > room) {
      let cut = room;
      while (!careless && ((rest[cut] ?? 0) & 0xc0) === 0x80) cut -= 1;
      parts.push(rest.subarray(0, cut));
      rest = rest.subarray(cut);
      room = 74;
    }
    parts.push(rest);
    const indent = Buffer.from(index % 3 === 0 ? '\t' : ' ');
    return parts.map((part, place) => (place === 0 ? part : Buffer.concat([indent, part])));
  });
}

function png(back: [number, number, number], front: [number, number, number]): string {
  return picturePng(24, back, front).toString('base64');
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function fileOf(cards: readonly MadeCard[]): Buffer {
  const parts: Buffer[] = [Buffer.from('\ufeff')];
  for (const [index, card] of cards.entries()) {
    // The last fifty as a Unix program would write them; a stray remark between two cards.
    const end = Buffer.from(index < CARDS - 50 ? '\r\n' : '\n');
    if (index === 200) parts.push(Buffer.from('-- exported by nobody --\r\n\r\n'));
    for (const line of card.lines) parts.push(line, end);
  }
  return Buffer.concat(parts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileOf(madeCards());
  writeFileSync(new URL('several-hundred.vcf', import.meta.url), file);
  process.stdout.write(`several-hundred.vcf: ${CARDS} cards, ${file.length} bytes\n`);
}
