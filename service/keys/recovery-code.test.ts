import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../contract/failure.ts';
import {
  askRecoveryGroups,
  checkRecoveryGroups,
  formatRecoveryCode,
  newRecoveryCode,
  parseRecoveryCode,
  recoveryGroups,
} from './recovery-code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 });

function refused(typed: string): boolean {
  try {
    parseRecoveryCode(typed);
    return false;
  } catch (error) {
    return error instanceof AppError && error.failure.code === 'wrong-recovery-code' && error.failure.mistyped;
  }
}

test('a code has seven groups of four characters and leads back to its secret', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const code = formatRecoveryCode(secret);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect([...parseRecoveryCode(code)]).toEqual([...secret]);
    }),
  );
});

test('known codes: printed paper must stay readable in later versions', () => {
  // Worked out by another program: value = secret × 1024 + check, whole ≡ 1 (mod 1021).
  expect(formatRecoveryCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-0001');
  expect(formatRecoveryCode(new Uint8Array(16).fill(0xff))).toBe('7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ3C');
});

test('every single wrong character is noticed', () => {
  const code = newRecoveryCode().replaceAll('-', '');
  for (let at = 0; at < code.length; at += 1) {
    for (const other of alphabet) {
      if (other === code[at]) continue;
      expect(refused(code.slice(0, at) + other + code.slice(at + 1))).toBe(true);
    }
  }
});

test('every two exchanged characters are noticed', () => {
  const code = newRecoveryCode().replaceAll('-', '');
  for (let left = 0; left < code.length; left += 1) {
    for (let right = left + 1; right < code.length; right += 1) {
      if (code[left] === code[right]) continue;
      const characters = [...code];
      [characters[left], characters[right]] = [code.charAt(right), code.charAt(left)];
      expect(refused(characters.join(''))).toBe(true);
    }
  }
});

test('case, blanks, full width and look-alike letters do not matter', () => {
  const secret = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  const code = formatRecoveryCode(secret);
  const typed = [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
    code.replaceAll('0', 'o').replaceAll('1', 'I'),
    [...code].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join(''),
  ];
  for (const text of typed) expect(parseRecoveryCode(text).equals(secret)).toBe(true);
});

test('what cannot be a code is refused as mistyped', () => {
  const code = newRecoveryCode();
  for (const text of ['', ' ', code.slice(0, -1), `${code}0`, code.replace(/^./, 'U'), '党'.repeat(28)]) {
    expect(refused(text)).toBe(true);
  }
});

test('two groups typed back confirm the code, a wrong or a missing one does not', () => {
  const code = newRecoveryCode();
  const groups = code.split('-');
  const asked = askRecoveryGroups();
  expect(new Set(asked).size).toBe(2);
  const typed = asked.map((group) => ({ group, text: (groups[group] ?? '').toLowerCase() }));
  expect(checkRecoveryGroups(code, typed)).toBe(true);
  const [first, second] = typed;
  if (!first || !second) throw new Error('two groups were asked');
  expect(checkRecoveryGroups(code, [first])).toBe(false);
  expect(checkRecoveryGroups(code, [first, first])).toBe(false);
  expect(checkRecoveryGroups(code, [])).toBe(false);
  expect(checkRecoveryGroups(code, [first, { ...second, text: '' }])).toBe(false);
  expect(checkRecoveryGroups(code, [first, { ...second, text: `${second.text}0` }])).toBe(false);
  expect(checkRecoveryGroups(code, [first, { group: recoveryGroups, text: '' }])).toBe(false);
});
