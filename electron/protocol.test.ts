import { describe, expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { resolveRequest } = await import('./protocol.ts');

describe('requests of the page', () => {
  test.each([
    ['app://main/index.html', ['index.html'], 'text/html; charset=utf-8'],
    ['app://main/assets/index-D1XHEjs4.js', ['assets', 'index-D1XHEjs4.js'], 'text/javascript; charset=utf-8'],
    ['app://main/assets/a.css?v=1#x', ['assets', 'a.css'], 'text/css; charset=utf-8'],
  ])('%s is a file of ours', (address, segments, type) => {
    expect(resolveRequest('GET', address)).toEqual({ ok: true, segments, type });
  });

  test.each([
    'app://main/..%2fmain%2fmain.js',
    'app://main/assets/..%2f..%2fsecret.js',
    'app://main/%2e%2e/main/main.js',
    'app://main/assets%5c..%5c..%5cmain.js',
    'app://main/assets\\..\\..\\..\\x.js',
    'app://main//etc/passwd.html',
    'app://main/a/.hidden.js',
    'app://main/a%00.js',
    'app://main/C:/Windows/a.js',
    'app://main/',
    'app://main',
  ])('%s does not lead out of the page folder, nor to a folder', (address) => {
    const resolved = resolveRequest('GET', address);
    // A path that the URL parser itself has already made harmless may pass, but only as plain names inside.
    if (resolved.ok) expect(resolved.segments.every((segment) => /^[\w-][\w.-]*$/.test(segment))).toBe(true);
    else expect([400, 403, 404]).toContain(resolved.status);
    expect(resolved).not.toMatchObject({ segments: expect.arrayContaining(['..']) });
  });

  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'get'])('the method %s is refused', (method) => {
    expect(resolveRequest(method, 'app://main/index.html')).toEqual({ ok: false, status: 405 });
  });

  test.each([
    'app://other/index.html',
    'app://main.evil.cn/index.html',
    'app://user@main/index.html',
    'app://main:8080/index.html',
    'https://main/index.html',
    'file:///index.html',
  ])('%s is not our page', (address) => {
    expect(resolveRequest('GET', address)).toEqual({ ok: false, status: 403 });
  });

  test.each(['app://main/main.exe', 'app://main/archive.db', 'app://main/index', 'app://main/index.js.map'])(
    '%s is of no kind that a page needs',
    (address) => {
      expect(resolveRequest('GET', address)).toEqual({ ok: false, status: 404 });
    },
  );
});
