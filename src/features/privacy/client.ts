/** The calls of the pages about one's own data, and of the papers. */
import { ask, askForFile, withQuery } from '../../ui/http.ts';
import type { AuditLine } from './audit/model.ts';
import type { ForgettingView } from './erasing/model.ts';
import type { OwnDataView, OwnEntries } from './own-data/model.ts';
import type { OwnAnswers } from '../surveys/answering/own/model.ts';
import type { PaperName, PaperQuery } from './papers/model.ts';

export const findForgetting = (): Promise<ForgettingView> => ask('GET', '/me/forgetting');
export const forgetMe = (): Promise<ForgettingView> => ask('POST', '/me/forgetting', {});
export const comeBack = (): Promise<void> => ask('DELETE', '/me/forgetting');

export const findOwnData = (): Promise<OwnDataView> => ask('GET', '/me/data');
export const lookForOwnData = (): Promise<OwnDataView> => ask('POST', '/me/data', {});
export const findEntries = (kind: string, from: number): Promise<OwnEntries> =>
  ask('GET', withQuery('/me/data/entries', { kind, from }));
export const findDoings = (): Promise<AuditLine[]> => ask('GET', '/me/data/doings');
export const findOwnAnswers = (): Promise<OwnAnswers[]> => ask('GET', '/me/data/answers');
export const ownDataFile = (): Promise<File> => askForFile('/me/data/file');

export const paperFile = (paper: PaperName, query: PaperQuery): Promise<File> =>
  askForFile(withQuery(`/papers/${paper}`, query));
