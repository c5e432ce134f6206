import { expect, test } from 'vitest';
import { missingPackages } from './system-packages.ts';

test('a package is missing when none of its files is there, and only then', () => {
  const there = { name: 'there', evidence: ['/no/such/file', process.execPath] };
  const absent = { name: 'absent', evidence: ['/no/such/file', '/nor/this'] };
  expect(missingPackages([there, absent])).toEqual([absent]);
});
