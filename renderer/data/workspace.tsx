import { createContext, type ReactNode, useContext } from 'react';
import type { Branch } from '../../contract/branch.ts';
import type { RestrictedSubject, Right, Role } from '../../contract/permission.ts';
import type { Route } from './route.ts';

/** What every screen shares: the branch at work, the one as-of date, and where the window is. */
export interface Workspace {
  branch: Branch;
  branches: readonly Branch[];
  selectBranch(id: string): void;
  /** Today on the engine's calendar, `YYYY-MM-DD`. */
  today: string;
  /** The one as-of date of the program; quick switches in a list change this same value. */
  asOf: string;
  setAsOf(day: string): void;
  /** Name of the person at the keyboard. */
  person: string;
  role: Role;
  /** What the role may do; the engine decides all the same. */
  rights: readonly Right[];
  /** Restricted subjects the role may not read. */
  concealed: readonly RestrictedSubject[];
  /** Other people who can confirm a void or an exclusion. */
  confirmers: readonly string[];
  route: Route;
  /** Goes to another place; asks first when the present one holds entries that are not saved. */
  go(route: Route): void;
  back(): void;
  /** Registers entries that are not saved, by what they are called; the returned function takes it back. */
  holdUnsaved(what: string): () => void;
}

const WorkspaceContext = createContext<Workspace | null>(null);

export function WorkspaceProvider({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('there is no workspace above this component');
  return workspace;
}
