/** The pages of a programme in the order of its seven steps: which belong together, and to which of them an address belongs. */

const partNames = [
  ...(['overview', 'goals', 'recruitment', 'funnel', 'matching', 'pairs', 'training', 'checkins'] as const),
  ...(['findings', 'quality', 'report', 'thanks', 'stories', 'messages', 'settings'] as const),
] as const;

export interface Part {
  readonly name: (typeof partNames)[number];
  /** Behind `/programmes/:programmeId`. */
  readonly path: string;
}

export interface Group {
  /** Its name is the group's, and what opens with it. */
  readonly first: Part;
  readonly others: readonly Part[];
  /** Further pages that are reached from these, and have no link of their own. */
  readonly within?: readonly string[];
  readonly isStep?: true;
}

const part = (name: Part['name'], path: string): Part => ({ name, path });

export const groups: readonly Group[] = [
  { first: part('overview', ''), others: [] },
  { first: part('goals', '/goals'), others: [], within: ['/outcome'], isStep: true },
  { first: part('recruitment', '/recruitment'), others: [part('funnel', '/funnel')], isStep: true },
  { first: part('matching', '/matching'), others: [part('pairs', '/pairs')], isStep: true },
  { first: part('training', '/training'), others: [], isStep: true },
  {
    first: part('checkins', '/check-ins'),
    others: [part('findings', '/findings'), part('quality', '/quality'), part('report', '/report')],
    within: ['/evidence'],
    isStep: true,
  },
  { first: part('thanks', '/thanks'), others: [], within: ['/credits', '/equal-recognition', '/events'], isStep: true },
  { first: part('stories', '/stories'), others: [], isStep: true },
  { first: part('messages', '/messages'), others: [], within: ['/rehearsal'] },
  { first: part('settings', '/settings'), others: [], within: ['/audit'] },
];

/** The group of the page at this address behind the programme's, also for a page below one of its pages. */
export function groupAt(path: string): Group | undefined {
  if (path === '') return groups[0];
  return groups.find(({ first, others, within = [] }) =>
    [first.path, ...others.map((one) => one.path), ...within].some(
      (one) => one !== '' && (path === one || path.startsWith(`${one}/`)),
    ),
  );
}

/** Which of the seven steps it is, from 1. */
export function numberOf(group: Group): number | undefined {
  return group.isStep && groups.filter(({ isStep }) => isStep).indexOf(group) + 1;
}
