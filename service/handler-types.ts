import type { OperationName, Output, Parsed } from '../contract/operations.ts';
import type { ArchiveContext } from './context.ts';

/** The handlers of one subject: a subject file declares `satisfies HandlersOf<'branch.list' | …>`. */
export type HandlersOf<Names extends OperationName> = {
  [Name in Names]: (context: ArchiveContext, input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};
