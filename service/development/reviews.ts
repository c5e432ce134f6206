import type { DevelopmentCase, DevelopmentDocument } from '../../contract/development.ts';
import { AppError } from '../../contract/failure.ts';
import type { ArchiveContext } from '../context.ts';
import { confirmersOf } from '../permissions.ts';

/** Papers with who entered that they are in: that person does not review them, where somebody else can. */
export function withSubmitters(
  { archive }: ArchiveContext,
  stored: DevelopmentCase | undefined,
  documents: readonly DevelopmentDocument[],
): DevelopmentDocument[] {
  return documents.map((paper) => {
    if (paper.state === 'missing') return { ...paper, submissionEnteredBy: null };
    const before = storedPaper(stored, paper.id);
    const wasIn = before !== undefined && before.state !== 'missing';
    const isIn = paper.state === 'submitted' && before?.state !== 'submitted';
    return {
      ...paper,
      submissionEnteredBy: isIn || !wasIn ? archive.person : (before.submissionEnteredBy ?? null),
    };
  });
}

/**
 * A paper is accepted or returned by somebody who decides, and who is not the one that entered it, unless the archive
 * has nobody else.
 *
 * @throws AppError `not-permitted`, `rule-broken`
 */
export function demandOtherReviewer(
  context: ArchiveContext,
  stored: DevelopmentCase | undefined,
  documents: readonly DevelopmentDocument[],
): void {
  const { archive } = context;
  for (const [index, paper] of documents.entries()) {
    const isReviewed = paper.state === 'accepted' || paper.state === 'returned';
    if (!isReviewed || storedPaper(stored, paper.id)?.state === paper.state) continue;
    context.demand({ right: 'decide' });
    if (paper.submissionEnteredBy !== archive.person || confirmersOf(archive).length === 0) continue;
    throw new AppError({
      code: 'rule-broken',
      rule: 'document-review',
      field: `documents.${index}.state`,
      expected: confirmersOf(archive).join('、'),
      actual: archive.person,
      source: '材料由提交人以外的人审核',
    });
  }
}

function storedPaper(stored: DevelopmentCase | undefined, id: string): DevelopmentDocument | undefined {
  return stored?.documents.find((each) => each.id === id);
}
