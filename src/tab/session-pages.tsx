/** The pages of live sessions: those of a programme's coordinators, and that of whoever takes part. */
import { page, type TabPage } from './page-table.tsx';

export const sessionPages: readonly TabPage[] = [
  page({
    path: '/programmes/:programmeId/training/sessions',
    area: 'coordinate',
    load: () => import('../features/training/sessions/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/training/sessions/new',
    area: 'coordinate',
    load: () => import('../features/training/sessions/planning/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/training/sessions/:sessionId',
    area: 'coordinate',
    load: () => import('../features/training/sessions/one/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/training/sessions/:sessionId/edit',
    area: 'coordinate',
    load: () => import('../features/training/sessions/planning/page.tsx'),
  }),
  page({
    path: '/sessions/:programmeId/:sessionId',
    area: 'mine',
    load: () => import('../features/training/sessions/joining/page.tsx'),
  }),
];
