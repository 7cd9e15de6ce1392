/** Door: what coordinators do with the courses of the organisation, and what everybody reads of them. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { language } from '../../people/model.ts';
import {
  editView,
  linkDraft,
  newCourse,
  ownList,
  ownText,
  pictureKey,
  publishDraft,
  publishOutcome,
  readLine,
  readView,
  settingsDraft,
  textDraft,
  versionView,
  workDraft,
} from './model.ts';
import { pictureDraft } from './pictures/model.ts';
import { addPicture, pictureOf } from './pictures/usecases.ts';
import { publishCourse, readVersion, withdrawCourse } from './publishing/usecases.ts';
import { beginAnew, followOwnCourse, listOwnCourses, viewOwnCourse } from './reading/usecases.ts';
import {
  createCourse,
  exampleFor,
  exportText,
  listDrafts,
  openDraft,
  removeCourse,
  saveLink,
  saveText,
  setCourse,
} from './usecases.ts';

const ofCourse = z.strictObject({ ownId: id });
const ofText = ofCourse.extend({ language });
const ofVersion = ofCourse.extend({ version: z.string().regex(/^[1-9]\d{0,3}$/) });
const done = z.strictObject({ done: z.literal(true) });

const writing: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/own-courses', who: 'Coordinator', gives: ownList },
    run: (deps, caller) => listDrafts(deps, caller),
  }),
  route({
    ...{ method: 'POST', path: '/own-courses', who: 'Coordinator', body: newCourse, gives: ofCourse },
    run: (deps, caller, { body }) => createCourse(deps, caller, body),
  }),
  route({
    ...{ method: 'GET', path: '/own-course-example/:language', who: 'Coordinator' },
    ...{ params: z.strictObject({ language }), gives: z.strictObject({ text: z.string() }) },
    run: async (_deps, caller, { params }) => ({ text: exampleFor(caller, params.language) }),
  }),
  route({
    ...{ method: 'GET', path: '/own-courses/:ownId', who: 'Coordinator', params: ofCourse, gives: editView },
    run: (deps, caller, { params }) => openDraft(deps, caller, params.ownId),
  }),
  route({
    ...{ method: 'PUT', path: '/own-courses/:ownId', who: 'Coordinator', params: ofCourse },
    ...{ body: settingsDraft, gives: editView },
    run: (deps, caller, { params, body }) => setCourse(deps, caller, params.ownId, body),
  }),
  route({
    ...{ method: 'DELETE', path: '/own-courses/:ownId', who: 'Coordinator', params: ofCourse, gives: done },
    run: async (deps, caller, { params }) => {
      await removeCourse(deps, caller, params.ownId);
      return { done: true as const };
    },
  }),
  route({
    ...{ method: 'PUT', path: '/own-courses/:ownId/texts/:language', who: 'Coordinator', params: ofText },
    ...{ body: textDraft, gives: ownText },
    run: (deps, caller, { params, body }) => saveText(deps, caller, params, body),
  }),
  route({
    ...{ method: 'GET', path: '/own-courses/:ownId/texts/:language/file', who: 'Coordinator', params: ofText },
    gives: download,
    run: (deps, caller, { params }) => exportText(deps, caller, params),
  }),
  route({
    ...{ method: 'PUT', path: '/own-courses/:ownId/link', who: 'Coordinator', params: ofCourse },
    ...{ body: linkDraft, gives: editView },
    run: (deps, caller, { params, body }) => saveLink(deps, caller, params.ownId, body),
  }),
  route({
    ...{ method: 'POST', path: '/own-courses/:ownId/pictures', who: 'Coordinator', params: ofCourse },
    ...{ body: pictureDraft, gives: pictureKey },
    run: (deps, caller, { params, body }) => addPicture(deps, caller, params.ownId, body.data),
  }),
  route({
    ...{ method: 'POST', path: '/own-courses/:ownId/publish', who: 'Coordinator', params: ofCourse },
    ...{ body: publishDraft, gives: publishOutcome },
    run: (deps, caller, { params, body }) => publishCourse(deps, caller, params.ownId, body),
  }),
  route({
    ...{ method: 'POST', path: '/own-courses/:ownId/withdraw', who: 'Coordinator', params: ofCourse, gives: done },
    run: async (deps, caller, { params }) => {
      await withdrawCourse(deps, caller, params.ownId);
      return { done: true as const };
    },
  }),
  route({
    ...{ method: 'GET', path: '/own-courses/:ownId/versions/:version', who: 'Coordinator', params: ofVersion },
    gives: versionView,
    run: (deps, caller, { params }) =>
      readVersion(deps, caller, { ownId: params.ownId, version: Number(params.version) }),
  }),
];

const reading: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/own-courses', who: 'anybody-signed-in', guests: true, gives: z.array(readLine) },
    run: (deps, caller) => listOwnCourses(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/me/own-courses/:ownId', who: 'anybody-signed-in', guests: true, params: ofCourse },
    gives: readView,
    run: (deps, caller, { params }) => viewOwnCourse(deps, caller, params.ownId),
  }),
  route({
    ...{ method: 'PUT', path: '/me/own-courses/:ownId', who: 'anybody-signed-in', guests: true, params: ofCourse },
    ...{ body: workDraft, gives: readView },
    run: (deps, caller, { params, body }) => followOwnCourse(deps, caller, params.ownId, body),
  }),
  route({
    ...{ method: 'POST', path: '/me/own-courses/:ownId/anew', who: 'anybody-signed-in', guests: true },
    ...{ params: ofCourse, gives: readView },
    run: (deps, caller, { params }) => beginAnew(deps, caller, params.ownId),
  }),
  route({
    ...{ method: 'GET', path: '/own-courses/:ownId/pictures/:pictureId', who: 'anybody-signed-in', guests: true },
    ...{ params: ofCourse.extend({ pictureId: id }), gives: download },
    run: (deps, caller, { params }) => pictureOf(deps, caller, params),
  }),
];

export const ownCourseRoutes: readonly Route[] = [...writing, ...reading];
