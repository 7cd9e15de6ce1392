/** The verb of the papers: one is made anew each time somebody asks, so that it says what the code says today. */
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { fileName, paperTypes, writePaper, writePaperAsMarkdown } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import { schemas } from '../../../platform/tables.ts';
import { productVersion } from '../../../platform/version.ts';
import { keptKinds, withoutSchema } from '../kinds/rules.ts';
import type { PaperName, PaperQuery } from './model.ts';
import { mayReadPaper } from './policy.ts';
import { paperOf } from './rules.ts';
import { proseOf } from './store.ts';

/** As whoever may not see it is told: there is nothing. */
export async function givePaper(
  deps: Platform,
  caller: Caller,
  paper: PaperName,
  query: PaperQuery,
): Promise<Download> {
  if (!mayReadPaper(caller, paper)) throw new Failure('not-found', 'not-found');
  return makePaper(paper, query, deps.clock.now());
}

/** What a feature keeps is known once it is loaded; a record without one of them would say that it keeps nothing, so it is not made. */
export async function makePaper(paper: PaperName, query: PaperQuery, now: number): Promise<Download> {
  const { language, country, format } = query;
  const unknown = paper === 'record' ? withoutSchema(schemas) : [];
  if (unknown.length > 0) throw new Error(`no schema is loaded of ${unknown.join(', ')}`);
  const made = paperOf(proseOf(paper, language, country), {
    ...{ paper, language, country, now, version: productVersion, kinds: keptKinds(schemas) },
  });
  const parts = ['tandem', paper, ...(paper === 'works-council' ? [country] : []), language];
  const name = fileName(parts, format);
  if (format === 'md') return { name, type: 'text/markdown; charset=utf-8', bytes: await writePaperAsMarkdown(made) };
  return { name, type: paperTypes.pdf, bytes: await writePaper(made, 'pdf') };
}
