import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { examPlaces } from '../data/education-views.ts';
import type { Route, ScreenName } from '../data/route.ts';

type Screen = LazyExoticComponent<ComponentType>;

/** Fetches the screen that follows the entrance, so that it is here when the passphrase is typed. */
export const fetchHome = () => import('../home/home-screen.tsx');

/**
 * The screens there are; each is fetched when it is first opened, and reads its place from `useWorkspace().route`.
 * A subject adds its line here, and the side bar shows it.
 */
export const screens: Partial<Record<ScreenName, Screen>> = {
  home: lazy(async () => ({ default: (await fetchHome()).HomeScreen })),
  members: lazy(async () => ({ default: (await import('../members/members-screen.tsx')).MembersScreen })),
  development: lazy(async () => ({
    default: (await import('../development/development-screen.tsx')).DevelopmentScreen,
  })),
  dues: lazy(async () => ({ default: (await import('../dues/dues-screen.tsx')).DuesScreen })),
  education: lazy(async () => ({ default: (await import('../education/education-screen.tsx')).EducationScreen })),
  points: lazy(async () => ({ default: (await import('../points/points-screen.tsx')).PointsScreen })),
  assessments: lazy(async () => ({
    default: (await import('../assessments/assessments-screen.tsx')).AssessmentsScreen,
  })),
  surveys: lazy(async () => ({ default: (await import('../surveys/surveys-screen.tsx')).SurveysScreen })),
  registers: lazy(async () => ({ default: (await import('../registers/registers-screen.tsx')).RegistersScreen })),
  elections: lazy(async () => ({ default: (await import('../elections/elections-screen.tsx')).ElectionsScreen })),
  'work-log': lazy(async () => ({ default: (await import('../work-log/work-log-screen.tsx')).WorkLogScreen })),
  changes: lazy(async () => ({ default: (await import('../changes/changes-screen.tsx')).ChangesScreen })),
  meetings: lazy(async () => ({ default: (await import('../meetings/meetings-screen.tsx')).MeetingsScreen })),
  ledgers: lazy(async () => ({ default: (await import('../ledgers/ledgers-screen.tsx')).LedgersScreen })),
  snapshots: lazy(async () => ({ default: (await import('../snapshots/snapshots-screen.tsx')).SnapshotsScreen })),
  settings: lazy(async () => ({ default: (await import('../settings/settings-screen.tsx')).SettingsScreen })),
};

const importScreen: Screen = lazy(async () => ({
  default: (await import('../import/import-screen.tsx')).ImportScreen,
}));

const examsScreen: Screen = lazy(async () => ({ default: (await import('../exams/exams-screen.tsx')).ExamsScreen }));
const questionImportScreen: Screen = lazy(async () => ({
  default: (await import('../import/question-import-screen.tsx')).QuestionImportScreen,
}));

/**
 * The screen of a place. Importing a roster lies among the members, the exams and the import of questions in the
 * education; they are subjects of their own.
 */
export function screenOf({ screen, view = '' }: Route): Screen | undefined {
  if (screen === 'education' && view === 'questions-import') return questionImportScreen;
  if (screen === 'education' && examPlaces.includes(view)) return examsScreen;
  return screen === 'members' && view === 'import' ? importScreen : screens[screen];
}
