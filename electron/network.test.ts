import { expect, test } from 'vitest';
import { mayLoad } from './network.ts';

test('only our own files load, and in development the developer tools', () => {
  expect(mayLoad('app://main/index.html', true)).toBe(true);
  expect(mayLoad('devtools://devtools/bundled/inspector.html', false)).toBe(true);
});

test.each([
  'https://www.12371.cn/',
  'http://127.0.0.1:80/',
  'ws://127.0.0.1/',
  'wss://127.0.0.1/',
  'ftp://a/',
  'file:///etc/passwd',
  'blob:app://main/1',
  'data:text/html,x',
  'chrome-extension://a/b.js',
  'devtools://devtools/bundled/inspector.html',
  '',
])('a package does not load %s', (address) => {
  expect(mayLoad(address, true)).toBe(false);
});
