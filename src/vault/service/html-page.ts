export interface HtmlPage {
  readonly language: string;
  /** Null where it is the browser's to find from the language. */
  readonly direction: 'ltr' | 'rtl' | null;
  readonly title: string;
  readonly style: string;
  /** Markup: whatever somebody wrote went through `text`. */
  readonly body: string;
}

/**
 * A page that stands for itself in any browser: no script, nothing fetched, and a policy that lets
 * it have neither.
 */
export function htmlPage({ language, direction, title, style, body }: HtmlPage): string {
  const dir = direction === null ? '' : ` dir="${direction}"`;
  return `<!doctype html>
<html lang="${text(language)}"${dir}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What somebody wrote, as text of a page and never as markup; for an attribute's value as well. */
export function text(value: string): string {
  return value.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}
