import type { PostTitle } from '../../contract/branch.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';

/** Whose post it is to look papers through, the nearest first. */
const posts: readonly PostTitle[] = ['organisation', 'secretary', 'deputy-secretary'];

/**
 * Who most likely reviews a paper of somebody: whoever is at the keyboard and decides, the organization commissioner,
 * the secretary, another person of the archive who decides. Never who handed it in; empty when there is nobody else.
 */
export function useReviewers(): (submittedBy: string) => string {
  const { branch, asOf, person, rights, confirmers } = useWorkspace();
  const { value } = useOperation('post.list', { branchId: branch.id, asOf }, { records: ['post', 'member'] });
  const holders = posts.flatMap((title) => (value ?? []).filter((post) => post.title === title));
  const names = [
    ...(rights.includes('decide') ? [person] : []),
    ...holders.map((post) => post.memberName),
    ...confirmers,
  ];
  return (submittedBy) => names.find((name) => name !== submittedBy) ?? '';
}
