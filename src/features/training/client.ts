/** The page's calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { CourseLine, CourseView } from './model.ts';

export const listMyCourses = (): Promise<CourseLine[]> => ask('GET', '/me/courses');
export const findCourse = (courseId: string): Promise<CourseView> => ask('GET', `/courses/${courseId}`);
export const saveProgress = (courseId: string, step: number, isDone: boolean): Promise<CourseView> =>
  ask('PUT', `/me/courses/${courseId}`, { step, isDone });
export const sendToChat = (courseId: string): Promise<unknown> => ask('POST', `/me/courses/${courseId}/chat`, {});
