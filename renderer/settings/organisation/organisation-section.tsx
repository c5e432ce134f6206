import { useWorkspace } from '../../data/workspace.tsx';
import { BranchPanel } from './branch-panel.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { PostsPanel } from './posts-panel.tsx';
import { TermsPanel } from './terms-panel.tsx';

/** The branch at work: what it is, its groups, its terms, who holds which post. */
export function OrganisationSection() {
  const { branch } = useWorkspace();
  return (
    <div className="settings-organisation" key={branch.id}>
      <BranchPanel />
      <PostsPanel />
      <GroupsPanel />
      <TermsPanel />
    </div>
  );
}
