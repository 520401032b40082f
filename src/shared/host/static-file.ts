const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** A file of the built interface: its path below `out/renderer`, with `/`, and its media type. */
export interface StaticFile {
  readonly path: string;
  readonly type: string;
}

/**
 * The file that a URL path names. Routes of the interface live in the URL's fragment, so every path
 * is a file.
 *
 * @returns null where the path leaves the folder, or is of no type that the interface is built of.
 */
export function staticFile(urlPath: string): StaticFile | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath).replace(/^\/+/, '');
  } catch {
    return null;
  }
  if (path === '') path = 'index.html';
  const safe = path.split('/').every((part) => /^[\w-][\w.-]*$/.test(part));
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)];
  return safe && type !== undefined ? { path, type } : null;
}
