/** Characters that turn or hide the direction of writing (Unicode 16, UAX 9, table 4). */
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A file's name as it is shown: what would turn the direction of writing is a visible mark. With it
 * a name that ends in `.exe` could read as one that ends in `.jpg`.
 */
export function shownName(name: string): string {
  return name.replace(DIRECTION_CONTROLS, '\ufffd');
}
