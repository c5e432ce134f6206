import type { ReactNode } from 'react';
import type { ScreenName } from '../data/route.ts';

/** The few line drawings of the frame, in one weight. */
export type IconName = ScreenName | 'lock' | 'search' | 'down';

const drawings: Record<IconName, ReactNode> = {
  home: <path d="M2.5 9 10 2.5 17.5 9M4.5 7.5V17h4v-5h3v5h4V7.5" />,
  members: (
    <>
      <circle cx="8" cy="6.5" r="3.2" />
      <path d="M2.5 17c0-4 2.4-6 5.5-6s5.5 2 5.5 6M12.5 3.6a3.2 3.2 0 0 1 0 5.8M15 12c1.7 1 2.5 2.6 2.5 5" />
    </>
  ),
  development: (
    <>
      <circle cx="9" cy="6.5" r="3.5" />
      <path d="M3 17c0-4 2.6-6 6-6 1.4 0 2.6.3 3.6 1M15 12.5v5M12.5 15h5" />
    </>
  ),
  meetings: <path d="M3 4.5h14V17H3zM3 8.5h14M6.5 2.5v4M13.5 2.5v4" />,
  elections: <path d="M4 9.5h12V17H4zM7 9.5V3h6v6.5M8.5 6l1.2 1.2L12 5M8 12.5h4" />,
  dues: <path d="M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0M6.5 6 10 10.5 13.5 6M6.5 10.5h7M6.5 13h7M10 10.5V16" />,
  education: (
    <path d="M2.5 4.5c3-1 5.5-.5 7.5 1.2 2-1.7 4.5-2.2 7.5-1.2V16c-3-1-5.5-.5-7.5 1.2C8 15.5 5.5 15 2.5 16zM10 5.7v11.5" />
  ),
  points: <path d="M10 2.5 12.3 7.2 17.5 8 13.7 11.6 14.6 17 10 14.4 5.4 17 6.3 11.6 2.5 8 7.7 7.2z" />,
  assessments: <path d="M4 2.5h9l3 3V17.5H4zM7 7h6M7 10.5h3M8.5 14l1.8 1.8 3.7-4" />,
  surveys: <path d="M3 3.5h14v10H9.5L5.5 17v-3.5H3zM6.5 7h7M6.5 10h4" />,
  registers: <path d="M10 2.5 16.5 5v5c0 4-2.8 6.4-6.5 7.5C6.3 16.4 3.5 14 3.5 10V5zM7 9.8l2.2 2.2L13 8" />,
  ledgers: <path d="M2.5 4h15v12.5h-15zM2.5 8h15M2.5 12h15M7.5 4v12.5" />,
  'work-log': <path d="M4 2.5h12v15H4zM7 6.5h6M7 10h6M7 13.5h4" />,
  changes: <path d="M3 4v4h4M3.4 8A7.2 7.2 0 1 1 3 11.5M10 6.5V10l2.8 2" />,
  snapshots: <path d="M3 10.5 5 3.5h10l2 7V17H3zM3 10.5h4.5l1 2h3l1-2H17" />,
  settings: (
    <>
      <circle cx="10" cy="10" r="2.6" />
      <path d="M10 2.5v2.3M10 15.2v2.3M2.5 10h2.3M15.2 10h2.3M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M4.7 15.3l1.6-1.6M13.7 6.3l1.6-1.6" />
    </>
  ),
  lock: <path d="M4.5 9h11v8h-11zM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9M10 12v2.5" />,
  search: (
    <>
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m12.5 12.5 5 5" />
    </>
  ),
  down: <path d="m5 8 5 5 5-5" />,
};

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}
