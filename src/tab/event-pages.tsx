/** The pages of events at which people are honoured: those of coordinators, the jury's, and those of whoever nominates or is nominated. */
import { page, type TabPage } from './page-table.tsx';

export const eventPages: readonly TabPage[] = [
  page({
    path: '/programmes/:programmeId/events',
    area: 'coordinate',
    load: () => import('../features/recognition/events/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/events/new',
    area: 'coordinate',
    load: () => import('../features/recognition/events/planning/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/events/:eventId',
    area: 'coordinate',
    load: () => import('../features/recognition/events/one/page.tsx'),
  }),
  page({
    path: '/programmes/:programmeId/events/:eventId/edit',
    area: 'coordinate',
    load: () => import('../features/recognition/events/planning/page.tsx'),
  }),
  page({
    path: '/events/:programmeId/:eventId',
    area: 'mine',
    load: () => import('../features/recognition/events/mine/page.tsx'),
  }),
  page({
    path: '/events/:programmeId/:eventId/nominate',
    area: 'mine',
    load: () => import('../features/recognition/events/nominating/page.tsx'),
  }),
  page({
    path: '/events/:programmeId/:eventId/jury',
    area: 'mine',
    load: () => import('../features/recognition/events/judging/page.tsx'),
  }),
];
