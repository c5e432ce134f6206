import { randomBytes, randomInt } from 'node:crypto';
import { AppError } from '../../contract/failure.ts';

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBits = 128n;
const digits = 28;
const groupLength = 4;

/**
 * Largest prime below 32². With two check digits chosen so that the whole number is 1 modulo this prime, every
 * single wrong character and every two exchanged characters are noticed (32 has an order above 28 modulo it).
 */
const checkModulus = 1021n;

/** Number of groups a printed code has. */
export const recoveryGroups = digits / groupLength;

/** 128 random bits, printed as seven groups of four characters, the last two being check characters. */
export function newRecoveryCode(): string {
  return formatRecoveryCode(randomBytes(16));
}

/** Writes 16 bytes as a recovery code. */
export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== 16) throw new Error('a recovery secret has 16 bytes');
  const shifted = BigInt(`0x${Buffer.from(secret).toString('hex')}`) << 10n;
  const check = (checkModulus + 1n - (shifted % checkModulus)) % checkModulus;
  return grouped(toDigits(shifted + check));
}

/**
 * Reads a code as it was typed: case, spaces and hyphens do not matter, O counts as 0, I and L as 1, full-width
 * characters as the plain ones.
 *
 * @returns the 16 secret bytes
 * @throws AppError `wrong-recovery-code` with `mistyped` when the code cannot be one
 */
export function parseRecoveryCode(typed: string): Buffer {
  const plain = normalised(typed);
  if (plain.length !== digits) throw mistyped();
  let value = 0n;
  for (const character of plain) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) throw mistyped();
    value = value * 32n + BigInt(digit);
  }
  const secret = value >> 10n;
  if (value % checkModulus !== 1n || (value & 1023n) >= checkModulus || secret >> secretBits !== 0n) throw mistyped();
  return Buffer.from(secret.toString(16).padStart(32, '0'), 'hex');
}

/** One group of the code as the user typed it back; `group` counts from 0. */
export interface TypedGroup {
  group: number;
  text: string;
}

/** Chooses which groups to ask back (different ones, in order). */
export function askRecoveryGroups(count = 2): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, recoveryGroups)) chosen.add(randomInt(recoveryGroups));
  return [...chosen].sort((left, right) => left - right);
}

/**
 * Whether the groups typed back are those of the code. At least two different groups must be given, so that an empty
 * answer never confirms anything.
 */
export function checkRecoveryGroups(recoveryCode: string, typed: readonly TypedGroup[]): boolean {
  const groups = grouped(normalised(recoveryCode)).split('-');
  const different = new Set(typed.map((answer) => answer.group));
  if (groups.length !== recoveryGroups || different.size < 2) return false;
  return typed.every(
    (answer) => groups[answer.group] !== undefined && groups[answer.group] === normalised(answer.text),
  );
}

function normalised(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

function toDigits(value: bigint): string {
  let text = '';
  for (let rest = value; text.length < digits; rest >>= 5n) text = alphabet.charAt(Number(rest & 31n)) + text;
  return text;
}

function grouped(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join('-');
}

function mistyped(): AppError {
  return new AppError({ code: 'wrong-recovery-code', mistyped: true });
}
