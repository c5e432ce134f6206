import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useShell } from '../data/client-context.tsx';
import { usePreferences } from '../data/preferences.tsx';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.settings.update;

type State =
  | { state: 'idle' | 'looking' | 'newest' | 'unreachable' | 'failed' | 'refused' }
  | { state: 'found'; version: string }
  | { state: 'loading'; percent: number };

/** The address new versions come from, and the two steps to one: look, install. Nothing happens by itself. */
export function UpdatePanel({ isPackaged }: { isPackaged: boolean }) {
  const shell = useShell();
  const confirm = useConfirm();
  const { preferences, change } = usePreferences();
  const { updateFeed } = preferences;
  const [feed, setFeed] = useState(updateFeed);
  const [update, setUpdate] = useState<State>({ state: 'idle' });
  useEffect(() => setFeed(updateFeed), [updateFeed]);
  useEffect(
    () =>
      shell.subscribe((event) => {
        if (event.type === 'update-progress') setUpdate({ state: 'loading', percent: event.percent });
      }),
    [shell],
  );

  async function keep(typed: string): Promise<void> {
    const address = typed.trim();
    const isKept = await change({ updateFeed: address }).then(
      () => true,
      () => false,
    );
    setUpdate({ state: isKept ? 'idle' : 'refused' });
  }
  async function look(): Promise<void> {
    setUpdate({ state: 'looking' });
    const found = await shell.checkForUpdate().catch(() => 'unreachable' as const);
    if (found === 'unreachable') setUpdate({ state: 'unreachable' });
    else setUpdate(found === null ? { state: 'newest' } : { state: 'found', version: found.version });
  }
  async function install(version: string): Promise<void> {
    const isAgreed = await confirm({
      title: words.install(version),
      body: words.installBody,
      action: words.installNow,
    });
    if (!isAgreed) return;
    setUpdate({ state: 'loading', percent: 0 });
    await shell.installUpdate().catch(() => setUpdate({ state: 'failed' }));
  }

  const isKept = feed.trim() === updateFeed;
  return (
    <Panel title={words.title}>
      <div className="settings-stack">
        <Field label={words.feed} hint={words.feedHint} error={update.state === 'refused' ? words.refused : undefined}>
          <TextField value={feed} onChange={setFeed} onEnter={(typed) => void keep(typed)} />
        </Field>
        <div className="settings-actions">
          <Button disabled={isKept} onClick={() => void keep(feed)}>
            {words.keep}
          </Button>
          <Button
            disabled={updateFeed === '' || !isKept || !isPackaged}
            loading={update.state === 'looking'}
            onClick={() => void look()}
          >
            {words.look}
          </Button>
          {update.state === 'found' && (
            <Button type="primary" onClick={() => void install(update.version)}>
              {words.install(update.version)}
            </Button>
          )}
        </div>
        <p role="status" className="note">
          {isPackaged ? stateWords(update) : words.notPackaged}
        </p>
      </div>
    </Panel>
  );
}

function stateWords(update: State): string {
  switch (update.state) {
    case 'found':
      return words.found(update.version);
    case 'loading':
      return words.loading(Math.round(update.percent));
    case 'newest':
      return words.newest;
    case 'unreachable':
      return words.unreachable;
    case 'failed':
      return words.failed;
    default:
      return '';
  }
}
