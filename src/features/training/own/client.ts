/** The pages' calls to `routes.ts`. */
import type { Language } from '../../../platform/words.ts';
import { ask, askForFile } from '../../../ui/http.ts';
import type {
  EditView,
  OwnKind,
  OwnLink,
  OwnList,
  OwnText,
  PublishDraft,
  PublishOutcome,
  ReadLine,
  ReadView,
  SettingsDraft,
  TextDraft,
  VersionView,
  WorkDraft,
} from './model.ts';

export const listDrafts = (): Promise<OwnList> => ask('GET', '/own-courses');
export const createCourse = (kind: OwnKind, binding: Language): Promise<{ readonly ownId: string }> =>
  ask('POST', '/own-courses', { kind, binding });
export const findExample = (language: Language): Promise<{ readonly text: string }> =>
  ask('GET', `/own-course-example/${language}`);
export const openDraft = (ownId: string): Promise<EditView> => ask('GET', `/own-courses/${ownId}`);
export const setCourse = (ownId: string, draft: SettingsDraft): Promise<EditView> =>
  ask('PUT', `/own-courses/${ownId}`, draft);
export const removeCourse = (ownId: string): Promise<unknown> => ask('DELETE', `/own-courses/${ownId}`);
export const saveText = (ownId: string, language: Language, draft: TextDraft): Promise<OwnText> =>
  ask('PUT', `/own-courses/${ownId}/texts/${language}`, draft);
export const exportText = (ownId: string, language: Language): Promise<File> =>
  askForFile(`/own-courses/${ownId}/texts/${language}/file`);
export const saveLink = (ownId: string, link: OwnLink, revision: number): Promise<EditView> =>
  ask('PUT', `/own-courses/${ownId}/link`, { link, revision });
export const addPicture = (ownId: string, data: string): Promise<{ readonly pictureId: string }> =>
  ask('POST', `/own-courses/${ownId}/pictures`, { data });
export const publishCourse = (ownId: string, draft: PublishDraft): Promise<PublishOutcome> =>
  ask('POST', `/own-courses/${ownId}/publish`, draft);
export const withdrawCourse = (ownId: string): Promise<unknown> => ask('POST', `/own-courses/${ownId}/withdraw`);
export const findVersion = (ownId: string, version: number): Promise<VersionView> =>
  ask('GET', `/own-courses/${ownId}/versions/${version}`);
export const findPicture = (ownId: string, pictureId: string): Promise<File> =>
  askForFile(`/own-courses/${ownId}/pictures/${pictureId}`);

export const listOwnCourses = (): Promise<ReadLine[]> => ask('GET', '/me/own-courses');
export const readOwnCourse = (ownId: string): Promise<ReadView> => ask('GET', `/me/own-courses/${ownId}`);
export const followOwnCourse = (ownId: string, work: WorkDraft): Promise<ReadView> =>
  ask('PUT', `/me/own-courses/${ownId}`, work);
export const beginAnew = (ownId: string): Promise<ReadView> => ask('POST', `/me/own-courses/${ownId}/anew`);
