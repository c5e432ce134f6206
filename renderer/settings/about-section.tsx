import { useEffect, useState } from 'react';
import type { AppInfo } from '../../contract/shell.ts';
import { useShell } from '../data/client-context.tsx';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { UpdatePanel } from './update-panel.tsx';

const words = text.settings.about;

/** What runs, on what, and what it does not do. */
export function AboutSection() {
  const shell = useShell();
  const [info, setInfo] = useState<AppInfo>();
  const { value: status } = useOperation('archive.status', {});
  useEffect(() => {
    void shell.appInfo().then(setInfo);
  }, [shell]);
  return (
    <div className="settings-columns">
      <Panel>
        <div className="settings-stack">
          {info !== undefined && (
            <>
              <strong>{words.version(info.version)}</strong>
              <p>{words.runtime(info.electron, info.chrome)}</p>
              {info.isSubstituteRuntime && <p className="note">{words.substitute}</p>}
            </>
          )}
          {status !== undefined && (
            <p>
              {words.archive}“{status.name}”，{words.schema(status.schemaVersion)}
            </p>
          )}
          <p>{words.local}</p>
          <p className="note">{words.licence}</p>
        </div>
      </Panel>
      {info !== undefined && <UpdatePanel isPackaged={info.isPackaged} />}
    </div>
  );
}
