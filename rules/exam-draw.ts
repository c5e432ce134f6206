import type { ExamPaper, PaperPart, PaperQuestion, Shortage } from '../contract/exam-paper.ts';
import type { Question } from '../contract/question.ts';

/**
 * Drawing a paper by rule: each part so many questions of a kind, content, tag and range of difficulty, no question
 * twice. The same seed over the same bank draws the same paper, whatever order the bank is given in. A part lacks
 * questions only when no other choice could have filled it.
 */
export interface DrawnPaper {
  /** By part, in the order drawn. */
  readonly questions: PaperQuestion[];
  readonly shortages: Shortage[];
}

/** @param bank questions of the branch; those retired are not drawn */
export function drawPaper(parts: readonly PaperPart[], bank: readonly Question[], seed: number): DrawnPaper {
  const usable = bank.filter(({ retiredOn }) => retiredOn === null);
  const candidates = parts.map((part, index) =>
    shuffled(usable.filter((question) => fits(question, part)).sort(byId), seed + index * 7919),
  );
  const owners = new Map<string, number>();
  const drawn: string[][] = parts.map(() => []);

  /** Gives a part one question more, taking from another part what that part can replace. */
  function take(part: number, seen: Set<number>): boolean {
    seen.add(part);
    const own = candidates[part] ?? [];
    const free = own.find(({ id }) => !owners.has(id));
    if (free !== undefined) return assign(part, free.id);
    for (const { id } of own) {
      const owner = owners.get(id);
      if (owner === undefined || seen.has(owner)) continue;
      if (!take(owner, seen)) continue;
      drawn[owner] = (drawn[owner] ?? []).filter((each) => each !== id);
      return assign(part, id);
    }
    return false;
  }

  function assign(part: number, id: string): true {
    owners.set(id, part);
    drawn[part]?.push(id);
    return true;
  }

  parts.forEach((part, index) => {
    for (let count = 0; count < part.count; count++) if (!take(index, new Set())) break;
  });

  const byQuestion = new Map(usable.map((question) => [question.id, question]));
  return {
    questions: parts.flatMap((part, index) =>
      (drawn[index] ?? []).flatMap((id) => {
        const question = byQuestion.get(id);
        return question === undefined ? [] : [onPaper(question, index, part.points)];
      }),
    ),
    shortages: parts.flatMap(({ count }, index) => {
      const found = drawn[index]?.length ?? 0;
      return found < count ? [{ part: index, wanted: count, found }] : [];
    }),
  };
}

function fits(question: Question, part: PaperPart): boolean {
  return (
    question.kind === part.kind &&
    (part.content === null || question.contents.includes(part.content)) &&
    (part.tag === '' || question.tags.includes(part.tag)) &&
    question.difficulty >= part.difficultyFrom &&
    question.difficulty <= part.difficultyTo
  );
}

/** A copy of the question as it is now. */
export function onPaper(question: Question, part: number, points: number): PaperQuestion {
  const { id, kind, stem, options, correct, referenceAnswer, explanation } = question;
  return { questionId: id, part, kind, stem, options, correct, referenceAnswer, explanation, points };
}

function byId(one: Question, other: Question): number {
  return one.id < other.id ? -1 : 1;
}

/** Fisher and Yates over numbers from the seed (mulberry32). */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const result = [...items];
  let state = seed >>> 0;
  for (let last = result.length - 1; last > 0; last--) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const at = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * (last + 1));
    const [here, there] = [result[last] as Item, result[at] as Item];
    result[last] = there;
    result[at] = here;
  }
  return result;
}

/** 满分: the sum of the points. */
export function fullMarkOf({ questions }: Pick<ExamPaper, 'questions'>): number {
  return questions.reduce((sum, { points }) => sum + points, 0);
}
