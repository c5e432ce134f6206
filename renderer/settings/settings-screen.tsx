import { type ComponentType, useRef } from 'react';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { AboutSection } from './about-section.tsx';
import { CopiesSection } from './copies-section.tsx';
import { DevelopmentSection } from './development/development-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { OrganisationSection } from './organisation/organisation-section.tsx';
import { PeopleSection } from './people/people-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SecuritySection } from './security-section.tsx';
import './settings.css';

type SectionName = keyof typeof text.settings.sections;

const sections: Record<SectionName, ComponentType> = {
  organisation: OrganisationSection,
  people: PeopleSection,
  security: SecuritySection,
  copies: CopiesSection,
  rules: RulesSection,
  development: DevelopmentSection,
  display: DisplaySection,
  about: AboutSection,
};
const names = Object.keys(sections) as SectionName[];

/** The settings, one section at a time; `route.view` is the section. Arrow keys move between the tabs. */
export function SettingsScreen() {
  const { route, go } = useWorkspace();
  const tabs = useRef<HTMLDivElement>(null);
  const current = names.find((name) => name === route.view) ?? 'organisation';
  const Section = sections[current];

  function open(name: SectionName): void {
    if (name !== current) go({ screen: 'settings', view: name });
  }

  return (
    <>
      <PageHeader title={text.settings.title} />
      <div className="tabs" role="tablist" aria-label={text.settings.title} ref={tabs}>
        {names.map((name, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === current}
            tabIndex={name === current ? 0 : -1}
            // biome-ignore lint/a11y/noAutofocus: the screen is new with every section; the keyboard stays on its tabs
            autoFocus={name === current && route.view !== undefined}
            className={`plain-button tab ${name === current ? 'tab-here' : ''}`}
            onClick={() => open(name)}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = names[index + step];
              if (step !== 0 && next !== undefined) open(next);
            }}
          >
            {text.settings.sections[name]}
          </button>
        ))}
      </div>
      <Section />
    </>
  );
}
