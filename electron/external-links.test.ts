import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ shell: {} }));
const { isAllowedLink, openLink } = await import('./external-links.ts');

test.each(['https://www.12371.cn/special/dnfg/', 'https://www.gov.cn/zhengce/a.htm?x=1#y'])(
  '%s may open',
  (address) => {
    expect(isAllowedLink(address)).toBe(true);
  },
);

test.each([
  'http://www.12371.cn/',
  'file:///etc/passwd',
  'file://server/share/a.exe',
  '\\\\server\\share\\a.exe',
  'javascript:alert(1)',
  'smb://server/share',
  'ms-msdt:/id PCWDiagnostic',
  'ms-officecmd:{}',
  'search-ms:query=a',
  'data:text/html,<script>1</script>',
  'https://evil.cn/?www.12371.cn',
  'https://www.12371.cn.evil.cn/',
  'https://www.12371.cn@evil.cn/',
  'https://user:pass@www.12371.cn/',
  'https://www.12371.cn:8443/',
  'https://12371.cn/',
  '',
  'www.12371.cn',
])('%s is refused before anything could open it', async (address) => {
  const open = vi.fn(async () => {});
  expect(await openLink(address, open)).toBe(false);
  expect(open).not.toHaveBeenCalled();
});

test('what opens is the address as it was understood', async () => {
  const open = vi.fn(async () => {});
  expect(await openLink('https://WWW.12371.cn/a b', open)).toBe(true);
  expect(open).toHaveBeenCalledExactlyOnceWith('https://www.12371.cn/a%20b');
});
