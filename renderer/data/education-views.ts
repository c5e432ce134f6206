/** Tabs of the education screen, in their order; those of the exams are drawn by a subject of their own. */
export const educationViews = ['hours', 'trainings', 'courses', 'resources', 'questions', 'papers', 'exams'] as const;
export type EducationView = (typeof educationViews)[number];

/** Places inside the exams: a tab, or what lies under it. */
export const examPlaces: readonly string[] = [
  'questions',
  'questions-import',
  'papers',
  'paper',
  'exams',
  'exam',
  'sitting',
];
