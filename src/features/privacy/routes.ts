/** What the tab asks about privacy: the papers. */
import type { Route } from '../../platform/doors.ts';
import { paperRoutes } from './papers/routes.ts';

export const privacyRoutes: readonly Route[] = [...paperRoutes];
