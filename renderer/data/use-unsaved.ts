import { useEffect } from 'react';
import { useWorkspace } from './workspace.tsx';

/** While `isUnsaved`, going elsewhere or locking asks first. `what` names it: 会议“支部党员大会”. */
export function useUnsaved(isUnsaved: boolean, what: string): void {
  const { holdUnsaved } = useWorkspace();
  useEffect(() => (isUnsaved ? holdUnsaved(what) : undefined), [isUnsaved, what, holdUnsaved]);
}
