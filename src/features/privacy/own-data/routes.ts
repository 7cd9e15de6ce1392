/** What somebody asks about their own data. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { ownAnswers } from '../../surveys/answering/own/model.ts';
import { ownAnswersOf } from '../../surveys/answering/own/usecases.ts';
import { auditLine } from '../audit/model.ts';
import { doingsOf } from './doings/usecases.ts';
import { ownDataView, ownEntries } from './model.ts';
import { lookForOwnData, ownDataFile, ownEntriesOf, viewOwnData, type OwnSource } from './usecases.ts';

const anybody = { who: 'anybody-signed-in', guests: true } as const;

export const ownDataRoutes = (sources: readonly OwnSource[]): readonly Route[] => [
  route({
    ...{ method: 'GET', path: '/me/data', ...anybody, gives: ownDataView },
    run: (deps, caller) => viewOwnData(deps, caller),
  }),
  route({
    ...{ method: 'POST', path: '/me/data', ...anybody, body: z.strictObject({}), gives: ownDataView },
    run: (deps, caller) => lookForOwnData(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/me/data/entries', ...anybody, gives: ownEntries },
    query: z.strictObject({
      kind: z.string().regex(/^[a-z]+ [a-z]+$/),
      from: z.coerce.number().int().min(0).default(0),
    }),
    run: (deps, caller, { query }) => ownEntriesOf(deps, caller, query.kind, query.from),
  }),
  route({
    ...{ method: 'GET', path: '/me/data/doings', ...anybody, gives: z.array(auditLine) },
    run: (deps, caller) => doingsOf(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/me/data/answers', ...anybody, gives: z.array(ownAnswers) },
    run: (deps, caller) => ownAnswersOf(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/me/data/file', ...anybody, gives: download },
    run: (deps, caller) => ownDataFile(deps, caller, sources),
  }),
];
