/** `tandem papers`: the papers for data protection, works council, employees and administrators, as PDF and Markdown into a folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
// What a feature keeps is known once it is loaded: these two name all of them.
import '../api/routes.ts';
import '../worker/jobs.ts';
import '../platform/connect.ts';
import { countries, papers, type Country, type Format, type PaperName } from '../features/privacy/papers/model.ts';
import { makePaper } from '../features/privacy/papers/usecases.ts';
import type { Language } from '../platform/words.ts';
import { UsageProblem } from './usage.ts';

export interface PapersWish {
  readonly to: string;
  readonly languages: readonly Language[];
  /** Of the works council's paper, and of the authority that the others name; absent: each paper of a works council, and Belgium's authority. */
  readonly country: Country | undefined;
  readonly formats: readonly Format[];
  readonly json: boolean;
}

/** Writes `<folder>/<language>/tandem-<paper>-<language>.<format>`; gives the exit code. */
export async function writePapers({ to, languages, country, formats, json }: PapersWish): Promise<number> {
  const files: string[] = [];
  for (const language of languages) {
    await makeFolder(join(to, language));
    for (const paper of papers)
      for (const place of placesOf(paper, country))
        for (const format of formats) {
          const { name, bytes } = await makePaper(paper, { language, country: place, format }, Date.now());
          await writeFile(join(to, language, name), bytes);
          files.push(`${language}/${name}`);
        }
  }
  const summary = `${files.length} files, each a draft for counsel\nin ${to}\n`;
  process.stdout.write(json ? `${JSON.stringify({ folder: to, files })}\n` : `${files.join('\n')}\n${summary}`);
  return 0;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UsageProblem(`--to: no folder can be made at ${folder}: ${error instanceof Error ? error.message : ''}`);
  }
}

function placesOf(paper: PaperName, country: Country | undefined): readonly Country[] {
  if (country) return [country];
  return paper === 'works-council' ? countries : ['BE'];
}
