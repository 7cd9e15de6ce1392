/** Following a course in chat, whichever it is: where somebody is in it, the next step, and that it is done. */
import type { Platform } from '../../../platform/platform.ts';
import { isOfTandem, type NextCourse, type ShownCourse } from '../model.ts';
import { shownInChat } from '../own/chat/rules.ts';
import { followOwnCourse, viewOwnCourse, type Follower } from '../own/reading/usecases.ts';
import { completeCourse, reachStep, viewCourse } from '../usecases.ts';

export interface Followed {
  readonly course: ShownCourse;
  readonly step: number;
  readonly doneAt?: number | undefined;
  readonly next?: NextCourse | undefined;
}

/** Failure `not-found` for one that this person cannot read. */
export async function viewFollowed(deps: Platform, who: Follower, id: string): Promise<Followed> {
  if (isOfTandem(id)) {
    const view = await viewCourse(deps, who, id);
    return { ...view, course: view };
  }
  const view = await viewOwnCourse(deps, who, id);
  const { doneAt, next } = view;
  return { course: shownInChat(who.language, view), step: view.kind === 'text' ? view.step : 0, doneAt, next };
}

/** In the version that was begun, also where there is a newer one. */
export async function reachFollowed(deps: Platform, who: Follower, id: string, step: number): Promise<void> {
  if (isOfTandem(id)) {
    await reachStep(deps, who.personId, id, step);
    return;
  }
  const { version } = await viewOwnCourse(deps, who, id);
  await followOwnCourse(deps, who, id, { version, step, isDone: false });
}

export async function completeFollowed(deps: Platform, who: Follower, id: string): Promise<Followed> {
  if (isOfTandem(id)) await completeCourse(deps, who.personId, id);
  else {
    const { version } = await viewOwnCourse(deps, who, id);
    await followOwnCourse(deps, who, id, { version, step: 0, isDone: true });
  }
  return viewFollowed(deps, who, id);
}
