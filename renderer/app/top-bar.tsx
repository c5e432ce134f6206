import { Button, Select } from 'antd';
import { useState } from 'react';
import { useShell } from '../data/client-context.tsx';
import { screenNames } from '../data/route.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { SearchDialog } from '../search/search-dialog.tsx';
import { text } from '../text/zh-CN.ts';
import { PrintListButton } from '../ui/print-list.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { AsOfDate } from './as-of-date.tsx';
import { Icon } from './icons.tsx';
import { screens } from './screens.tsx';

/** The branch at work, the one as-of date, the search, the lock: the same on every screen. */
export function TopBar({ mayLeave }: { mayLeave(): Promise<boolean> }) {
  const shell = useShell();
  const [isSearching, setIsSearching] = useState(false);
  useShortcut({ key: 'k', isWithControl: true, onPress: () => setIsSearching(true) });
  return (
    <header className="top-bar">
      <BranchSwitch />
      <span className="top-line" aria-hidden="true" />
      <AsOfDate />
      <button type="button" className="top-search" onClick={() => setIsSearching(true)}>
        <Icon name="search" />
        <span>{text.frame.search}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <PrintListButton />
      <Button
        icon={<Icon name="lock" />}
        onClick={async () => {
          if (await mayLeave()) void shell.lock();
        }}
      >
        {text.frame.lock}
      </Button>
      {isSearching && <SearchDialog pages={pages} onClose={() => setIsSearching(false)} />}
    </header>
  );
}

const pages = screenNames.filter((name) => screens[name] !== undefined);

function BranchSwitch() {
  const { branch, branches, selectBranch } = useWorkspace();
  const name = (shown: typeof branch) => (shown.shortName === '' ? shown.fullName : shown.shortName);
  if (branches.length === 1) return <strong className="top-branch cut">{name(branch)}</strong>;
  return (
    <Select
      className="top-branch"
      variant="borderless"
      aria-label={text.frame.switchBranch}
      value={branch.id}
      popupMatchSelectWidth={false}
      options={branches.map((each) => ({ value: each.id, label: name(each) }))}
      onChange={selectBranch}
    />
  );
}
