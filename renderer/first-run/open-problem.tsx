import { Button } from 'antd';
import type { Failure } from '../../contract/failure.ts';
import { problemTitles } from '../text/first-run.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { archiveLabel, type ChosenArchive } from './choose.ts';
import { Wizard } from './wizard.tsx';

/** Why an archive was not opened, on a screen of its own, with what can be done about it. */
export function OpenProblem({
  failure,
  archive,
  onBack,
  onChoose,
  onForget,
  onCopies,
}: {
  failure: Failure;
  archive: ChosenArchive;
  onBack(): void;
  onChoose(): void;
  onForget(): void;
  onCopies(): void;
}) {
  const { firstRun } = text;
  const canRestore = failure.code === 'archive-damaged' || failure.code === 'copy-unverified';
  const isElsewhere = failure.code === 'archive-missing' || failure.code === 'archive-on-network-drive';
  return (
    <Wizard
      title={problemTitles[failure.code] ?? firstRun.start.openTitle}
      introduction={archiveLabel(archive.name)}
      footer={{
        left: <Button onClick={onBack}>{firstRun.back}</Button>,
        right: (
          <>
            {failure.code === 'archive-missing' && <Button onClick={onForget}>{firstRun.start.forget}</Button>}
            {isElsewhere && (
              <Button type="primary" onClick={onChoose}>
                {firstRun.elsewhere}
              </Button>
            )}
            {canRestore && (
              <Button type="primary" onClick={onCopies}>
                {firstRun.copies.list}
              </Button>
            )}
            {!isElsewhere && !canRestore && (
              <Button type="primary" onClick={onBack}>
                {firstRun.tryAgain}
              </Button>
            )}
          </>
        ),
      }}
    >
      <FailurePanel failure={failure} />
    </Wizard>
  );
}
