import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../../src/renderer');
const files = globSync('**/*.tsx', { cwd: renderer }).sort();

/** Attributes whose value a person reads or hears. */
const SPOKEN = new Set([
  'aria-label',
  'label',
  'title',
  'placeholder',
  'description',
  'alt',
  'lead',
]);
const HAS_LETTER = /\p{L}/u;

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The text of a string or template literal, or '' for any other node. */
function literalText(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type === 'TemplateLiteral') {
    return (node['quasis'] as { value: { raw: string } }[]).map(({ value }) => value.raw).join(' ');
  }
  return '';
}

/** Words in JSX that were not given to i18next: as text, in braces, or in a spoken attribute. */
function literals(source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    let text = '';
    if (node.type === 'JSXText') text = String(node['value']);
    if (node.type === 'JSXExpressionContainer') text = literalText(node['expression']);
    if (node.type === 'JSXAttribute') {
      // What an attribute holds is not text between tags, whatever it is.
      const name = String((node['name'] as { name: unknown }).name);
      const value = node['value'];
      const held = isNode(value) && 'expression' in value ? value['expression'] : value;
      if (SPOKEN.has(name) && HAS_LETTER.test(literalText(held))) found.push(literalText(held));
      if (literalText(held) === '') visit(held);
      return;
    }
    if (HAS_LETTER.test(text)) found.push(text.trim());
    Object.values(node).forEach(visit);
  };
  visit(parseSync('source.tsx', source).program);
  return found;
}

describe('text in the interface', () => {
  it('is noticed where it is not given to i18next', () => {
    expect([
      literals('const a = <p>Saved for later</p>;'),
      literals('const a = <Button label="Save it" />;'),
      literals('const a = <p>{`Due: ${date}`}</p>;'),
      literals('const a = <Card actions={<b>Now</b>} />;'),
      literals('const a = <p className="x">{t("saved")} · <bdi>{name}</bdi></p>;'),
    ]).toEqual([['Saved for later'], ['Save it'], ['Due:'], ['Now'], []]);
  });

  it.each(files)('is never literal in %s', (file) => {
    expect(literals(readFileSync(join(renderer, file), 'utf8'))).toEqual([]);
  });
});
