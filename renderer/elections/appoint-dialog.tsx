import { Button } from 'antd';
import { useState } from 'react';
import type { PostTitle } from '../../contract/branch.ts';
import type { ElectionView } from '../../contract/election.ts';
import { postTitleNames } from '../../rules/codes/organisation.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.elections;

interface Line {
  memberId: string;
  name: string;
  title: PostTitle;
  duties: string;
}

/** One line for each who was elected; saved in one confirmation. */
export function AppointDialog({ view, onClose }: { view: ElectionView; onClose(): void }) {
  const { election } = view;
  const [lines, setLines] = useState(() => linesOf(view));
  const { save, failure, isSaving } = useSave('election.appoint');
  const set = (memberId: string, part: Partial<Line>) =>
    setLines((last) => last.map((line) => (line.memberId === memberId ? { ...line, ...part } : line)));

  async function store(): Promise<void> {
    const posts = lines.map(({ memberId, title, duties }) => ({ memberId, title, duties }));
    if ((await save({ id: election.id, revision: election.revision, posts })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.appointTitle}
      onClose={onClose}
      width={640}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={isSaving} onClick={() => void store()}>
            {words.appoint}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <p className="note">{words.appointNote}</p>
      <table className="election-table">
        <thead>
          <tr>
            <th scope="col" className="election-person">
              {words.person}
            </th>
            <th scope="col" className="election-post">
              {words.post}
            </th>
            <th scope="col">{words.duties}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.memberId}>
              <th scope="row">{line.name}</th>
              <td>
                <SelectField
                  label={words.appointTitleField(line.name)}
                  value={line.title}
                  options={optionsOf(postTitleNames)}
                  onChange={(title) => title !== null && set(line.memberId, { title })}
                />
              </td>
              <td>
                <TextField
                  label={words.appointDuties(line.name)}
                  value={line.duties}
                  maxLength={200}
                  onChange={(duties) => set(line.memberId, { duties })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** Who was elected, the 书记 first; a 补选 proposes the vacant post. */
function linesOf({ election, outcomes }: ElectionView): Line[] {
  const lines = new Map<string, Line>();
  for (const { office, elected } of outcomes.toSorted((a, b) => (a.office > b.office ? -1 : 1)))
    for (const [index, { memberId, name }] of elected.entries()) {
      if (memberId === null || lines.has(memberId)) continue;
      const head: PostTitle = index === 0 ? 'secretary' : 'deputy-secretary';
      const vacant = election.vacancies[index]?.title ?? 'member';
      lines.set(memberId, { memberId, name, title: office === 'secretary' ? head : vacant, duties: '' });
    }
  return [...lines.values()];
}
