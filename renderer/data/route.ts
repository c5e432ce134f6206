/** The screens of the window, in the order of the side bar. */
export const screenNames = [
  'home',
  'members',
  'development',
  'meetings',
  'elections',
  'dues',
  'education',
  'points',
  'assessments',
  'surveys',
  'registers',
  'ledgers',
  'work-log',
  'changes',
  'snapshots',
  'settings',
] as const;
export type ScreenName = (typeof screenNames)[number];

/** Where the window is: a screen, perhaps one record of it, perhaps one view (`new`, `import`, `calendar`, …). */
export interface Route {
  screen: ScreenName;
  recordId?: string;
  view?: string;
  /** Starting values for the view, such as the type and month of a meeting to be entered. */
  params?: Record<string, string>;
}
