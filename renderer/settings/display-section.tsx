import type { Preferences } from '../../contract/shell.ts';
import { usePreferences } from '../data/preferences.tsx';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';

const words = text.settings.display;
const looks: readonly Preferences['look'][] = ['standard', 'large'];
const lockMinutes = [5, 10, 15, 30, 60, 0];

/** Type size, contrast, idle lock: of this machine. */
export function DisplaySection() {
  const { preferences, change } = usePreferences();
  return (
    <div className="settings-columns">
      <Panel title={words.look}>
        <div className="radio-list" role="radiogroup" aria-label={words.look}>
          {looks.map((look) => (
            <label key={look} className="check-line">
              <input
                type="radio"
                name="look"
                checked={preferences.look === look}
                onChange={() => void change({ look })}
              />
              {words.looks[look]}
            </label>
          ))}
        </div>
      </Panel>
      <Panel title={words.lock}>
        <div className="radio-list" role="radiogroup" aria-label={words.lock}>
          {lockMinutes.map((minutes) => (
            <label key={minutes} className="check-line">
              <input
                type="radio"
                name="lock"
                checked={preferences.idleLockMinutes === minutes}
                onChange={() => void change({ idleLockMinutes: minutes })}
              />
              {words.minutes(minutes)}
            </label>
          ))}
        </div>
        <p className="note">{words.lockNote}</p>
      </Panel>
    </div>
  );
}
