import { expect, test } from 'vitest';
import { isOurPage } from './sender.ts';

test('the main frame of our page is ours', () => {
  expect(isOurPage({ url: 'app://main/index.html', parent: null })).toBe(true);
  expect(isOurPage({ url: 'app://main/index.html#members', parent: null })).toBe(true);
});

test.each([
  ['a frame that is gone', null],
  ['a frame inside our page', { url: 'app://main/index.html', parent: {} }],
  ['a web page', { url: 'https://main/index.html', parent: null }],
  ['a file', { url: 'file:///main/index.html', parent: null }],
  ['another host of our scheme', { url: 'app://main.evil.cn/', parent: null }],
  ['our address in a query', { url: 'https://evil.cn/?next=app://main/', parent: null }],
  ['a user name that looks like our host', { url: 'app://main@evil/', parent: null }],
  ['our host with a user name', { url: 'app://evil@main/', parent: null }],
  ['an empty page', { url: 'about:blank', parent: null }],
  ['no address', { url: '', parent: null }],
])('%s is not ours', (_name, frame) => {
  expect(isOurPage(frame)).toBe(false);
});
