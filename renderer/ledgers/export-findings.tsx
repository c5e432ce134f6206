import type { Output } from '../../contract/operations.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';

const words = text.ledgers;

/** Lines shown; the rest is in the files. */
const most = 12;

/** Characters that could not be drawn and texts that a workbook could not hold, by file and place. */
export function ExportFindings({ result }: { result: Output<'ledger.export'> }) {
  const lines = [
    ...result.missing.map(({ character, file, where }) => words.missingLine(character, file, where)),
    ...result.cut.map(({ file, cell }) => words.cutLine(file, cell)),
  ];
  if (lines.length === 0) return null;
  return (
    <Panel title={words.missingTitle}>
      <ul className="ledger-findings">
        {lines.slice(0, most).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > most && <li>…</li>}
      </ul>
      {result.missing.length > 0 && <p className="note">{words.missingRemedy}</p>}
    </Panel>
  );
}
