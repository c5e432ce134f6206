import type { Failure } from '../../contract/failure.ts';
import { text } from '../text/zh-CN.ts';

const words = text.member.problems;

/** Sentences for what the engine says of a field. */
const sentences: Record<string, string> = {
  masked: words.masked,
  required: words.required,
  too_small: words.required,
  'before joinedOn': words.joinedLater,
  '0, or 6 to 12': words.extension,
  'no such branch': words.noBranch,
  'holds no members': words.holdsNoMembers,
  'no such group in this branch': words.noGroup,
  'before from': words.endBeforeStart,
  overlaps: words.overlaps,
  probationary: words.probationary,
};

/** What is wrong with each field, in sentences; the path of a nested field is joined by dots. */
export function problemsOf(failure: Failure | undefined): Record<string, readonly string[]> {
  if (failure?.code === 'duplicate-record') return { [failure.field]: [words.duplicate] };
  if (failure?.code === 'rule-broken' && failure.rule === 'T2') return { [failure.field]: [words.twoBranches] };
  if (failure?.code !== 'invalid-input') return {};
  return Object.fromEntries(
    Object.entries(failure.fields).map(([path, codes]) => [
      path.replace(/^draft\./, ''),
      [...new Set(codes.map((code) => sentences[code] ?? words.unreadable))],
    ]),
  );
}

/** The problems below one path, such as `memberships.0`. */
export function problemsAt(failure: Failure | undefined, path: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(problemsOf(failure))
      .filter(([field]) => field.startsWith(`${path}.`))
      .map(([field, problem]) => [field.slice(path.length + 1), problem]),
  );
}
