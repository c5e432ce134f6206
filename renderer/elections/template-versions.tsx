import type { Output } from '../../contract/operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';

const words = text.elections;

/** The checklists registered so far; one by which no file was planned can be taken out. */
export function TemplateVersions() {
  const versions = useOperation('electionTemplate.list', {}, { records: ['electionTemplate', 'election'] });
  const { save, failure, isSaving } = useSave('electionTemplate.remove');
  const confirm = useConfirm();
  const all = versions.value ?? [];
  if (all.length === 0) return null;

  async function remove({ id, revision, from, source }: Output<'electionTemplate.list'>[number]): Promise<void> {
    const body = words.removeTemplateBody(from, source);
    if (!(await confirm({ title: words.removeTemplateTitle, body, action: words.remove }))) return;
    await save({ id, revision, reason: words.removeTemplateReason });
  }

  return (
    <section aria-label={words.versions}>
      <h3>{words.versions}</h3>
      {failure !== undefined && <FailurePanel failure={failure} />}
      <ul className="election-lines">
        {all.map((version) => (
          <li key={version.id} className="election-version">
            <span>{words.version(version.from, version.source)}</span>
            <span className="note">{words.versionFiles(version.files)}</span>
            <PermitButton
              right="configure"
              size="small"
              disabled={version.files > 0}
              loading={isSaving}
              aria-label={words.removeVersion(version.from)}
              onClick={() => void remove(version)}
            >
              {words.remove}
            </PermitButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
