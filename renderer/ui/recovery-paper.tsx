import { text } from '../text/zh-CN.ts';

/** The paper as it is printed; on the screen the groups that are asked back are covered. */
export function RecoveryPaper({
  groups,
  hidden,
  branchName,
  day,
}: {
  groups: readonly string[];
  hidden: readonly number[];
  branchName: string;
  day: string;
}) {
  const { recovery } = text.firstRun;
  return (
    <section className="recovery-paper" aria-label={recovery.paperTitle}>
      <h2>{recovery.paperTitle}</h2>
      <div className="recovery-heading">
        <span>{branchName}</span>
        <span>{recovery.day(day)}</span>
      </div>
      <ol className="recovery-groups">
        {groups.map((group, index) => {
          const isHidden = hidden.includes(index);
          return (
            <li key={index}>
              <span className="recovery-number">{recovery.group(index + 1)}</span>
              {isHidden && <span className="recovery-cover screen-only">●●●●</span>}
              <span className={`recovery-group ${isHidden ? 'print-only' : ''}`}>{group}</span>
            </li>
          );
        })}
      </ol>
      <ol className="recovery-rules">
        {recovery.rules.map((rule, index) => (
          <li key={rule}>
            {index + 1}. {rule}
          </li>
        ))}
      </ol>
      <div className="recovery-heading recovery-signed">
        <span>{recovery.keeper}</span>
        <span>{recovery.kept}</span>
      </div>
    </section>
  );
}
