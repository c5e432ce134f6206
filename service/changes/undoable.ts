/** What may be taken back, by the operation that wrote it: saves, removals, imports, acceptances, undos. */
const undoable = /\.(save|saveMany|remove|removeMany|accept|add|apply|undo)$/;

/**
 * Operations of that kind that stand all the same: a version of the steps is never rewritten, and the words of the
 * voting and examination rooms are final, and so is what people were asked in a survey. Of people and passphrases the keys would not follow.
 */
const final = new Set(['developmentTemplate.save', 'survey.save', 'survey.remove']);

/** Whether a change by this operation can be taken back at all. */
export function isUndoable(operation: string): boolean {
  return undoable.test(operation) && !final.has(operation) && !/^(archive|person)\./.test(operation);
}
