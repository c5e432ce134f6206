import type { Failure } from '../../contract/failure.ts';
import { ruleSentence } from '../text/rules.ts';
import { text } from '../text/zh-CN.ts';

/** Why the engine refused one field of a draft, as a sentence for below the field; `undefined` when it did not. */
export function fieldProblem(failure: Failure | undefined, field: string): string | undefined {
  if (failure?.code === 'rule-broken' && failure.field === field) {
    return ruleSentence(failure);
  }
  if (failure?.code === 'duplicate-record' && failure.field === field) return text.field.duplicate;
  if (failure?.code !== 'invalid-input') return undefined;
  const found = Object.entries(failure.fields).find(([path]) => path === field || path === `draft.${field}`);
  if (found === undefined) return undefined;
  const [code = ''] = found[1];
  return text.field.problems[code] ?? text.field.unreadable;
}
