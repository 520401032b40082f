import { expect, test } from 'vitest';
import { staticFile } from '../../../../src/shared/host/static-file.ts';

test.each([
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['/assets/index-Ab_1.js', 'assets/index-Ab_1.js', 'text/javascript; charset=utf-8'],
  ['/assets/noto%2Dsans.woff2', 'assets/noto-sans.woff2', 'font/woff2'],
])('%s is the file %s', (urlPath, path, type) => {
  expect(staticFile(urlPath)).toEqual({ path, type });
});

test.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/..%2f..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/assets\\..\\secret.js',
  '/.env.js',
  '/assets//a.js',
  '/a.js%00.html',
  '/%E0%A4%A.js',
  '/vault.sqlite',
  '/index',
  '/C:/a.js',
])('%s is no file', (urlPath) => {
  expect(staticFile(urlPath)).toBeNull();
});
