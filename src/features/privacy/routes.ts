/** What the tab asks about privacy: one's own data, being forgotten, what was done in a programme, the papers. */
import type { Route } from '../../platform/doors.ts';
import { auditRoutes } from './audit/routes.ts';
import { erasingRoutes } from './erasing/routes.ts';
import { ownDataRoutes } from './own-data/routes.ts';
import type { OwnSource } from './own-data/usecases.ts';
import { paperRoutes } from './papers/routes.ts';

export const privacyRoutes = (sources: readonly OwnSource[]): readonly Route[] => [
  ...erasingRoutes,
  ...ownDataRoutes(sources),
  ...auditRoutes,
  ...paperRoutes,
];
