import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VCARD_REASONS } from '../../../../src/shared/model/vcard-reasons.ts';
import { readVcardFile, type ReadCard } from '../../../../src/vault/import/read-vcard-file.ts';
import { VCARD_LIMITS } from '../../../../src/vault/import/vcard-limits.ts';
import { JPEG_BLUE } from '../../../vectors/vcard/photos.ts';

type Line = string | Uint8Array;

function file(...lines: readonly Line[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]));
}

function cardOf(lines: readonly Line[], version = '3.0'): Buffer {
  return file('BEGIN:VCARD', `VERSION:${version}`, 'FN:Fictional Person', ...lines, 'END:VCARD');
}

function only(bytes: Uint8Array): ReadCard {
  const read = readVcardFile(bytes);
  expect(read?.cards).toHaveLength(1);
  return read?.cards[0] as ReadCard;
}

/** `line reason` of every line that was changed or refused. */
function findings(card: ReadCard): string[] {
  return card.findings.map(({ line, reason }) => `${line} ${reason}`);
}

function draftOf(card: ReadCard): NonNullable<ReadCard['draft']> {
  if (card.draft === null) throw new Error(`refused: ${findings(card).join()}`);
  return card.draft;
}

describe('what a property becomes', () => {
  const rows: readonly (readonly [what: string, lines: Line[], version: string, part: object])[] = [
    [
      'a grouped telephone with the label of its group',
      ['item1.TEL;TYPE=pref:+999 555', 'item1.X-ABLabel:_$!<Office>!$_'],
      '3.0',
      {
        methods: [{ kind: 'phone', value: '+999 555', note: 'Office', preferred: true }],
      },
    ],
    [
      'Signal and WhatsApp by scheme, service and label',
      [
        'IMPP:sgnl:+999 1',
        'IMPP;X-SERVICE-TYPE=WhatsApp:x-apple:+999 2',
        'i.TEL:+999 3',
        'i.X-ABLABEL:Signal',
      ],
      '3.0',
      {
        methods: [
          { kind: 'signal', value: '+999 1', note: null, preferred: false },
          { kind: 'whatsapp', value: '+999 2', note: null, preferred: false },
          { kind: 'signal', value: '+999 3', note: null, preferred: false },
        ],
      },
    ],
    [
      'an address in one line, with its place and country',
      ['ADR;TYPE=HOME:;Flat 2;1 Invented Road\\, rear;Portmere;;0001;XA'],
      '3.0',
      {
        locality: 'Portmere',
        country: 'XA',
        methods: [
          {
            kind: 'post',
            value: 'Flat 2, 1 Invented Road, rear, Portmere, 0001, XA',
            note: 'home',
            preferred: false,
          },
        ],
      },
    ],
    [
      'categories, languages, profession and a note with commas and line ends',
      ['CATEGORIES:a\\,b,c', 'LANG:ka', 'ROLE:Judge', 'NOTE:One, two\\nthree\\; four'],
      '4.0',
      {
        tags: ['a,b', 'c'],
        languages: ['ka'],
        profession: 'Judge',
        notes: 'One, two\nthree; four',
      },
    ],
    ['an organisation of version 4', ['KIND:org'], '4.0', { kind: 'organisation' }],
    ['a group of version 4', ['KIND:group', 'MEMBER:urn:uuid:1'], '4.0', { kind: 'group' }],
    [
      'what has no field of its own in the notes',
      ['ORG:Imagined Bar;Appeals', 'TITLE:Lawyer', 'ROLE:Chair'],
      '3.0',
      { profession: 'Lawyer', notes: 'ORG: Imagined Bar, Appeals\n\nROLE: Chair' },
    ],
  ];
  it.each(rows)('reads %s', (_what, lines, version, part) => {
    expect(draftOf(only(cardOf(lines, version)))).toMatchObject(part);
  });
});

describe('names', () => {
  it('shows FN, adds N only where it says more, and tells scripts', () => {
    const card = only(
      file(
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:გამოგონილი;ანა;;;',
        'FN:Dr Ana Gamogonili',
        'NICKNAME:Ani,ანი',
        'END:VCARD',
      ),
    );
    expect(draftOf(card).names).toEqual([
      { kind: 'primary', text: 'Dr Ana Gamogonili', script: 'Latn' },
      { kind: 'transliteration', text: 'ანა გამოგონილი', script: 'Geor' },
      { kind: 'alias', text: 'Ani', script: 'Latn' },
      { kind: 'alias', text: 'ანი', script: 'Geor' },
    ]);
  });

  it.each([
    ['N:山田;花子;;;', '山田花子', 'Hani'],
    ['N:山田;ハナコ;;;', '山田ハナコ', 'Jpan'],
    ['N:허;가상;;;', '허가상', 'Hang'],
    ['N:Null;Ada;May;Dr;PhD', 'Dr Ada May Null PhD', 'Latn'],
  ])('puts %s together as %s (%s)', (line, text, script) => {
    const card = only(file('BEGIN:VCARD', 'VERSION:3.0', line, 'END:VCARD'));
    expect(draftOf(card).names).toEqual([{ kind: 'primary', text, script }]);
    expect(findings(card)).toEqual(['3 name-composed-from-parts']);
  });

  it('takes a card with a firm and no person for an organisation', () => {
    const lines = ['N:;;;;', 'FN:Nowhere Ltd', 'ORG:Nowhere Ltd', 'END:VCARD'];
    expect(draftOf(only(file('BEGIN:VCARD', 'VERSION:3.0', ...lines)))).toMatchObject({
      kind: 'organisation',
      names: [{ kind: 'primary', text: 'Nowhere Ltd', script: 'Latn' }],
    });
  });
});

describe('one bad line costs that line', () => {
  const rows: readonly (readonly [line: Line, reason: string])[] = [
    ['no colon here', 'not-understood'],
    [':value of nothing', 'not-understood'],
    ['TEL;TYPE="never closed:1', 'not-understood'],
    [`TEL;TYPE=${'x'.repeat(5_000)}:1`, 'parameters-too-long'],
    ['TEL:', 'empty-value'],
    [`TEL:${'1'.repeat(301)}`, 'too-long'],
    ['BDAY:1970-01-01', 'not-kept-by-design'],
    ['GEO:1.0;2.0', 'not-kept-by-design'],
    ['X-UNHEARD-OF:1', 'unknown-property'],
    ['__proto__:1', 'unknown-property'],
    ['constructor;__proto__=1:1', 'unknown-property'],
    ['URL:javascript:alert(1)', 'unsafe-uri'],
    ['EMAIL:data:text/html,x', 'unsafe-uri'],
    ['LANG:not a language', 'not-a-language'],
    ['RELATED:urn:uuid:1', 'links-not-kept'],
    ['AGENT:someone', 'nested-card'],
    ['NOTE;ENCODING=QUOTED-PRINTABLE:=4', 'bad-encoding'],
    ['NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=EBCDIC:=41', 'unknown-charset'],
    ['PHOTO;VALUE=uri:https://fictional.example/p.png', 'photo-not-in-file'],
    ['PHOTO;ENCODING=b;TYPE=PNG:PHN2Zz48L3N2Zz4=', 'photo-type-unknown'],
    ['PHOTO;ENCODING=b:not base64!', 'bad-encoding'],
    [
      `PHOTO;ENCODING=b;TYPE=JPEG:${'/9j/'.repeat((VCARD_LIMITS.photoBytes / 3) | 0)}////////`,
      'photo-too-large',
    ],
    [`NOTE:${'x'.repeat(VCARD_LIMITS.lineBytes)}`, 'line-too-long'],
  ];
  it.each(rows)('%.40s', (line, reason) => {
    const card = only(cardOf([line, 'TITLE:Lawyer'], '3.0'));
    expect(findings(card)).toEqual([`4 ${reason}`]);
    expect(draftOf(card)).toMatchObject({ profession: 'Lawyer', methods: [], photo: null });
  });
});

describe('one changed line says how', () => {
  const rows: readonly (readonly [line: Line, reasons: string[], part: object])[] = [
    ['TITLE:a\u0000b\u0007c', ['control-characters-removed'], { profession: 'abc' }],
    ['TITLE:\u202egpj.exe', ['direction-marks-removed'], { profession: 'gpj.exe' }],
    ['TITLE:a\\nb', ['line-breaks-removed'], { profession: 'a b' }],
    [`TITLE:${'x'.repeat(299)}😀`, ['shortened'], { profession: 'x'.repeat(299) }],
    [
      Buffer.from('TITLE:Avocat \xe0 c\xf4t\xe9', 'latin1'),
      ['read-as-windows-1252'],
      { profession: 'Avocat à côté' },
    ],
    [
      Buffer.from('TITLE;CHARSET=ISO-8859-1:\xe9t\xe9', 'latin1'),
      ['old-parameter-form'],
      { profession: 'été' },
    ],
    [
      'TITLE;ENCODING=QUOTED-PRINTABLE:=C3=A9t=C3=A9=3B a=0D=0Ab',
      ['quoted-printable-decoded', 'line-breaks-removed'],
      { profession: 'été; a b' },
    ],
    [
      `PHOTO;ENCODING=b;TYPE=PNG:${JPEG_BLUE}`,
      ['photo-type-differs'],
      { photo: { mediaType: 'image/jpeg' } },
    ],
    ['TEL;CELL:1234567', ['old-parameter-form'], { methods: [{ note: 'cell' }] }],
    ['TEL;VALUE=uri:tel:+999-1', ['uri-shortened'], { methods: [{ value: '+999-1' }] }],
  ];
  it.each(rows)('%.40s', (line, reasons, part) => {
    const card = only(cardOf([line]));
    expect(findings(card)).toEqual(reasons.map((reason) => `4 ${reason}`));
    expect(draftOf(card)).toMatchObject(part);
  });

  it('never lets a refused or changed line bear a reason that the interface does not know', () => {
    const used = rows.flatMap(([, reasons]) => reasons);
    expect(used.every((reason) => VCARD_REASONS.includes(reason as never))).toBe(true);
  });
});

describe('lines of the file', () => {
  it('unfolds on bytes, so that a fold inside a character is mended', () => {
    const bytes = Buffer.from('TITLE:ადვოკატი');
    const folded = Buffer.concat([bytes.subarray(0, 8), Buffer.from('\r\n '), bytes.subarray(8)]);
    expect(findings(only(cardOf([folded])))).toEqual([]);
    expect(draftOf(only(cardOf([folded]))).profession).toBe('ადვოკატი');
  });

  it('counts lines of the file, not unfolded ones', () => {
    const card = only(cardOf(['NOTE:one', ' two', '\tthree', 'X-LATER:1']));
    expect(findings(card)).toEqual(['7 unknown-property']);
    expect(draftOf(card).notes).toBe('onetwothree');
  });

  it('joins quoted-printable lines that end softly, and base64 without an indent', () => {
    const base64 = JPEG_BLUE.match(/.{1,60}/gu) ?? [];
    const lines = [
      'NOTE;ENCODING=QUOTED-PRINTABLE:a=',
      'b:c=',
      ' d',
      'PHOTO;ENCODING=BASE64;JPEG:',
      ...base64,
      '',
      'TITLE:Lawyer',
    ];
    expect(draftOf(only(cardOf(lines, '2.1')))).toMatchObject({
      notes: 'ab:c d',
      profession: 'Lawyer',
      photo: { bytes: Buffer.from(JPEG_BLUE, 'base64') },
    });
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('ends lines in %s', (_name, end) => {
    const text = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:A', 'N:A;;;;', 'END:VCARD', ''].join(end);
    expect(draftOf(only(Buffer.from(text))).names[0]?.text).toBe('A');
  });

  it('takes off a byte order mark and reads UTF-16 that has one', () => {
    const text = cardOf(['TITLE:ადვოკატი']).toString();
    expect(findings(only(Buffer.from(`\ufeff${text}`)))).toEqual([]);
    const utf16 = only(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(findings(utf16)).toEqual(['1 read-as-utf-16']);
    expect(draftOf(utf16).profession).toBe('ადვოკატი');
  });
});

describe('cards of the file', () => {
  const good = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Good', 'N:Good;;;;', 'END:VCARD'];

  it.each([
    ['is not closed', ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Bad'], 'card-not-closed', 'Bad'],
    ['has no name', ['BEGIN:VCARD', 'VERSION:3.0', 'TEL:1', 'END:VCARD'], 'no-name', ''],
    [
      'is of a version that does not exist',
      ['BEGIN:VCARD', 'VERSION:5.0', 'FN:Bad', 'END:VCARD'],
      'version-unknown',
      'Bad',
    ],
    [
      'is of a place',
      ['BEGIN:VCARD', 'VERSION:4.0', 'KIND:location', 'FN:Bad', 'END:VCARD'],
      'not-a-contact',
      'Bad',
    ],
    [
      'has too many lines',
      ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Bad', ...Array<string>(2_001).fill('TEL:1'), 'END:VCARD'],
      'too-many-lines',
      'Bad',
    ],
  ])('refuses a card that %s and takes the next', (_what, bad, reason, label) => {
    const read = readVcardFile(file(...bad, ...good));
    expect(read?.cards.map((card) => [card.label, card.draft !== null, findings(card)])).toEqual([
      [label, false, [`1 ${reason}`]],
      ['Good', true, []],
    ]);
    expect(read?.cardCount).toBe(2);
  });

  it('refuses a card that says the same as an earlier one', () => {
    const read = readVcardFile(file(...good, ...good));
    expect(read?.cards.map(findings)).toEqual([[], ['6 same-as-earlier-card']]);
  });

  it('names what lies outside every card', () => {
    const read = readVcardFile(file('junk', 'more junk', ...good, 'END:VCARD'));
    expect(read?.cards.map(findings)).toEqual([['1 outside-card'], [], ['8 outside-card']]);
    expect(read?.cardCount).toBe(1);
    expect(read?.lines).toEqual({ kept: 2, changed: 0, refused: 3 });
  });

  it('keeps a card within a card out, and the outer card in', () => {
    const card = only(cardOf(['AGENT:', ...good, 'TITLE:Lawyer'], '2.1'));
    expect(draftOf(card)).toMatchObject({
      names: [{ text: 'Fictional Person' }],
      profession: 'Lawyer',
    });
    expect(new Set(card.findings.map(({ reason }) => reason))).toEqual(new Set(['nested-card']));
  });

  it('gives null where there is no card at all', () => {
    expect(readVcardFile(Buffer.from('%PDF-1.7\n%\x00\x01'))).toBeNull();
    expect(readVcardFile(Buffer.alloc(0))).toBeNull();
  });

  it('stops at the limit of cards and says so', () => {
    const many = [1, 2, 3, 4].map((n) => file('BEGIN:VCARD', `FN:P${n}`, 'END:VCARD'));
    const read = readVcardFile(Buffer.concat(many), { cards: 2 });
    expect(read?.cardCount).toBe(2);
    expect(read?.cards.at(-1)?.findings).toEqual([
      { line: 7, property: '', result: 'refused', reason: 'too-many-cards' },
    ]);
  });
});

describe('whatever the bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'BEGIN:VCARD\r\n',
      'END:VCARD\n',
      'VERSION:2.1\n',
      'VERSION:4.0\n',
      'FN:A\n',
      ' folded\n',
      'N;ENCODING=QUOTED-PRINTABLE:=41=\n',
      'PHOTO;ENCODING=b:/9j/\n',
      'AGENT:\n',
      'item1.TEL;TYPE="a,b":1\n',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('gives a report in which every property line of every card counts once, and never throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const read = readVcardFile(Buffer.from(pieces.join('')));
        if (read === null) return;
        expect(read.lines.kept).toBeGreaterThanOrEqual(0);
        expect(read.lines.changed).toBeGreaterThanOrEqual(0);
        const accepted = read.cards.filter((card) => card.draft !== null);
        expect(accepted.length).toBeLessThanOrEqual(read.cardCount);
        for (const card of read.cards) {
          if (card.draft === null) expect(card.findings).not.toEqual([]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
