/** The page's calls to `routes.ts`. */
import { ask, askForFile } from '../../ui/http.ts';
import type { CoursesPage, CourseView } from './model.ts';

export const findMyCourses = (): Promise<CoursesPage> => ask('GET', '/me/training');
export const fetchCertificate = (programmeId: string): Promise<File> =>
  askForFile(`/me/training/${programmeId}/certificate`);
export const findCourse = (courseId: string): Promise<CourseView> => ask('GET', `/courses/${courseId}`);
export const saveProgress = (courseId: string, step: number, isDone: boolean): Promise<CourseView> =>
  ask('PUT', `/me/courses/${courseId}`, { step, isDone });
export const sendToChat = (courseId: string): Promise<unknown> => ask('POST', `/me/courses/${courseId}/chat`, {});
