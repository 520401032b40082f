import type { ContactName } from '../../../shared/model/contact.ts';
import { scriptOf } from './script.ts';

/** A name with its text changed; its script follows, unless the officer set another. */
export function withText(name: ContactName, text: string): ContactName {
  const isOwnChoice = name.script !== null && name.script !== scriptOf(name.text);
  return { ...name, text, script: isOwnChoice ? name.script : scriptOf(text) };
}
