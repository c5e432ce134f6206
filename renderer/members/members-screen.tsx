import { useWorkspace } from '../data/workspace.tsx';
import { MemberDetail } from './member-detail.tsx';
import { EditMember, NewMember } from './member-editor.tsx';
import { MemberList } from './member-list.tsx';
import './members.css';

/** The list, one person's file, or the form of one. */
export function MembersScreen() {
  const { route } = useWorkspace();
  if (route.view === 'new') return <NewMember />;
  if (route.recordId === undefined) return <MemberList />;
  if (route.view === 'edit') return <EditMember id={route.recordId} />;
  return <MemberDetail id={route.recordId} />;
}
