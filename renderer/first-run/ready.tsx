// biome-ignore-all lint/a11y/noAutofocus: the guide goes on with the keyboard where it was
import type { Route } from '../data/route.ts';
import { text } from '../text/zh-CN.ts';
import { Wizard } from './wizard.tsx';

/** The archive is there: which records first. */
export function Ready({ onGo }: { onGo(route: Route): void }) {
  const { create } = text.firstRun;
  const ways: { title: string; note?: string; route: Route }[] = [
    { title: create.importRoster, note: create.importRosterNote, route: { screen: 'members', view: 'import' } },
    { title: create.addMembers, note: create.addMembersNote, route: { screen: 'members', view: 'new' } },
    { title: create.organise, note: create.organiseNote, route: { screen: 'settings', view: 'organisation' } },
    { title: create.home, route: { screen: 'home' } },
  ];
  return (
    <Wizard steps={create.steps} step={2} title={create.readyTitle} introduction={create.readyIntroduction}>
      <div className="wizard-choices">
        {ways.map(({ title, note, route }, index) => (
          <button
            key={title}
            type="button"
            className="wizard-choice"
            autoFocus={index === 0}
            onClick={() => onGo(route)}
          >
            <strong>{title}</strong>
            {note !== undefined && <span className="note">{note}</span>}
          </button>
        ))}
      </div>
    </Wizard>
  );
}
