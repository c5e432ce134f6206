import { Fragment, useEffect, useState } from 'react';
import { roleNames } from '../../rules/codes/role.ts';
import { type ScreenName, screenNames } from '../data/route.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { roleNotes } from '../text/people.ts';
import { text } from '../text/zh-CN.ts';
import { shortLocalTime } from '../ui/local-time.ts';
import { Icon } from './icons.tsx';
import { screens } from './screens.tsx';

/** The subjects there are, in two groups: what is recorded, what is handed out. */
export function SideBar({ isDemo }: { isDemo: boolean }) {
  const { route, go, person, role, rights } = useWorkspace();
  const entries = screenNames.filter((name) => screens[name] !== undefined);
  return (
    <nav className="side-bar" aria-label={text.frame.mainNavigation}>
      <div className="side-title">
        {text.appName}
        {isDemo && <span className="side-demo">{text.frame.demo}</span>}
      </div>
      <ul>
        {entries.map((name) => {
          const isHere = route.screen === name;
          return (
            <Fragment key={name}>
              {name === firstHandedOut && <li className="side-line" aria-hidden="true" />}
              <li>
                <button
                  type="button"
                  className={`plain-button side-entry ${isHere ? 'side-here' : ''}`}
                  aria-current={isHere ? 'page' : undefined}
                  onClick={() => go({ screen: name })}
                >
                  <Icon name={name} />
                  {text.navigation[name]}
                </button>
              </li>
            </Fragment>
          );
        })}
      </ul>
      <div className="side-foot note">
        <p title={roleNotes[role]}>{text.people.who(person, roleNames[role])}</p>
        {!rights.includes('enter') && <p>{roleNotes[role]}</p>}
        <p>{text.frame.localOnly}</p>
        <Clock />
      </div>
    </nav>
  );
}

/** The line stands above it. */
const firstHandedOut: ScreenName = 'ledgers';

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return <p>{text.frame.localTime(shortLocalTime(now))}</p>;
}
