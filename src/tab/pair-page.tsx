/** The page of a pair, with what later features show on it. A feature adds its section here. */
import type { PairSection } from '../features/pairs/components/sections.tsx';

/** In this order. */
const pairSections: readonly PairSection[] = [
  {
    id: 'meetings',
    states: ['active', 'paused', 'ended'],
    guests: true,
    load: () => import('../features/meetings/components/pair-section.tsx'),
  },
  {
    id: 'agreement',
    states: ['active', 'paused', 'ended'],
    guests: true,
    load: () => import('../features/pairs/agreement/components/pair-section.tsx'),
  },
  {
    id: 'goals',
    states: ['active', 'paused', 'ended'],
    guests: true,
    load: () => import('../features/pairs/goals/components/pair-section.tsx'),
  },
  {
    id: 'check-ins',
    states: ['active', 'paused'],
    guests: true,
    load: () => import('../features/checkins/components/pair-section.tsx'),
  },
  {
    id: 'thanks',
    states: ['active', 'paused', 'ended'],
    load: () => import('../features/recognition/components/pair-section.tsx'),
  },
  {
    id: 'badges',
    states: ['active', 'paused', 'ended'],
    guests: true,
    load: () => import('../features/recognition/badges/components/pair-section.tsx'),
  },
  {
    id: 'told',
    states: ['active', 'paused', 'ended'],
    guests: true,
    load: () => import('../features/insights/findings/components/pair-section.tsx'),
  },
  {
    id: 'doors',
    states: ['active', 'paused', 'ended'],
    guests: true,
    load: () => import('../features/recognition/doors/components/pair-section.tsx'),
  },
  {
    id: 'story',
    states: ['active', 'paused', 'ended'],
    load: () => import('../features/stories/components/pair-section.tsx'),
  },
  {
    id: 'outcome',
    states: ['active', 'paused', 'ended'],
    load: () => import('../features/insights/goals/components/pair-section.tsx'),
  },
  {
    id: 'change',
    states: ['active', 'paused'],
    guests: true,
    load: () => import('../features/pairs/components/change.tsx'),
  },
];

export const pairPage = async () => {
  // Beside the page, which shows them once it knows the pair. What fails is told where it is shown.
  for (const { load } of pairSections) load().catch(() => undefined);
  const { default: PairPage } = await import('../features/pairs/page.tsx');
  return {
    default: (props: { readonly programmeId: string; readonly pairId: string }) => (
      <PairPage {...props} sections={pairSections} />
    ),
  };
};
