import { Switch } from 'antd';
import type { Output } from '../../../contract/operations.ts';
import { RestrictedSubject, Role } from '../../../contract/permission.ts';
import { accessKey } from '../../../rules/access.ts';
import { roleNames } from '../../../rules/codes/role.ts';
import { newId } from '../../data/new-id.ts';
import { useSave } from '../../data/use-save.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { subjectNames } from '../../text/people.ts';
import { text } from '../../text/zh-CN.ts';
import { FailurePanel } from '../../ui/failure-panel.tsx';

const words = text.people;
const roles = Role.options.filter((role) => role !== 'secretary');

/** Restricted subjects by role; a change is a dated entry of the settings, from today on. */
export function AccessTable({ access, mayChange }: { access: Output<'person.list'>['access']; mayChange: boolean }) {
  const { today } = useWorkspace();
  const { save, failure, isSaving, clearFailure } = useSave('setting.save');
  const isAllowed = (subject: string, role: string) =>
    access.some((each) => each.subject === subject && each.role === role && each.mayRead);

  async function change(subject: RestrictedSubject, role: Role, value: boolean): Promise<void> {
    const key = accessKey(subject, role);
    if (key === null) return;
    const draft = { id: newId(), revision: 0, key, value, validFrom: today, source: words.accessSource };
    await save({ draft, reason: words.accessReason });
  }

  return (
    <>
      <p className="note">{mayChange ? words.accessNote : words.readOnly}</p>
      {failure !== undefined && <FailurePanel failure={failure} onClose={clearFailure} />}
      <table className="access-table">
        <thead>
          <tr>
            <th scope="col" aria-label={words.accessTitle} />
            {roles.map((role) => (
              <th key={role} scope="col">
                {roleNames[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RestrictedSubject.options.map((subject) => (
            <tr key={subject}>
              <th scope="row">{subjectNames[subject]}</th>
              {roles.map((role) => (
                <td key={role}>
                  <Switch
                    size="small"
                    checked={isAllowed(subject, role)}
                    disabled={!mayChange || isSaving}
                    checkedChildren={words.allowed}
                    unCheckedChildren={words.refused}
                    aria-label={words.accessLabel(roleNames[role], subjectNames[subject])}
                    onChange={(value) => void change(subject, role, value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
