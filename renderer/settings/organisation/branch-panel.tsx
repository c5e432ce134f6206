import { useState } from 'react';
import { type Branch, blankBranch } from '../../../contract/branch.ts';
import { organisationKindNames, unitKindNames } from '../../../rules/codes/organisation.ts';
import { newId } from '../../data/new-id.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import { Panel } from '../../ui/panel.tsx';
import { PermitButton } from '../../ui/permit-button.tsx';
import { BranchDialog } from './branch-dialog.tsx';

/** What the branch is, and the way to put another one under it. */
export function BranchPanel() {
  const { branch } = useWorkspace();
  const [edited, setEdited] = useState<Branch>();
  const words = text.settings.organisation;
  const facts: [string, string][] = [
    [words.fullName, branch.fullName],
    [words.shortName, branch.shortName],
    [words.kind, organisationKindNames[branch.kind]],
    [words.superior, branch.superiorName],
    [words.code, branch.code],
    [words.establishedOn, branch.establishedOn ?? ''],
    [words.unitName, branch.unitName],
    [words.unitKind, branch.unitKind === null ? '' : unitKindNames[branch.unitKind]],
    [words.contactName, branch.contactName],
    [words.contactPhone, branch.contactPhone],
    [words.address, branch.address],
    [words.hasCommittee, branch.hasCommittee ? text.history.yes : text.history.no],
  ];
  return (
    <Panel
      title={words.branches}
      className="settings-scroll"
      extra={
        <>
          <PermitButton right="decide" size="small" onClick={() => setEdited(blankBelow(branch))}>
            {words.addBranch}
          </PermitButton>
          <PermitButton right="decide" size="small" onClick={() => setEdited(branch)}>
            {text.action.edit}
          </PermitButton>
        </>
      }
    >
      <dl className="settings-facts">
        {facts.map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} value`}>{value === '' ? text.masked.none : value}</dd>,
        ])}
      </dl>
      {edited !== undefined && <BranchDialog start={edited} onClose={() => setEdited(undefined)} />}
    </Panel>
  );
}

function blankBelow(branch: Branch): Branch {
  return { ...branch, ...blankBranch, id: newId(), revision: 0, fullName: '', parentId: branch.id } as Branch;
}
