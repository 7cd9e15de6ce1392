/** The table of commands. A command reads its words, does its work, and gives the exit code. */
import { parseArgs } from 'node:util';
import { adoptStorage } from './adopt.ts';
import { audit } from './audit.ts';
import { writeCards } from './cards.ts';
import { exportCopy, restore } from './copies.ts';
import { doctor } from './doctor.ts';
import { erase } from './erase.ts';
import { match } from './match/match.ts';
import { replayErasures } from '../features/privacy/erasing/replaying/usecases.ts';
import { writePapers } from './papers.ts';
import { UsageProblem } from './usage.ts';
import { languages } from '../platform/words.ts';
import { describeRoutes } from '../api/openapi.ts';
import { routes } from '../api/routes.ts';
import { countries, formats } from '../features/privacy/papers/model.ts';

export interface Command {
  readonly name: string;
  readonly says: string;
  readonly options: string;
  run(words: readonly string[]): Promise<number>;
}

export const commands: readonly Command[] = [
  {
    name: 'routes',
    says: 'what the tab can ask: method, path, who may, schemas',
    options: '--json   as JSON, with the schemas',
    run: async (words) => {
      const { json } = flags(words, ['json']);
      const all = describeRoutes(routes);
      const lines = all.map((one) => `${one.method.padEnd(6)} ${one.path}  (${one.who})`);
      process.stdout.write(json ? `${JSON.stringify(all, undefined, 2)}\n` : `${lines.join('\n')}\n`);
      return 0;
    },
  },
  {
    name: 'doctor',
    says: 'whether this installation is well: what was found, why it matters, what to do',
    options: [
      '--permissions   every request made to Graph with the right it needs, app-only and delegated apart; then each right and its state',
      '--language nl   nl, fr, de or en (default: en)',
      '--env FILE      the settings (default: the environment, or data/sandbox.env of the sandbox)',
      '--json          as JSON',
      '',
      'It only looks: what it writes to try a right, it takes back. It ends with 1 when there is a problem, with 0 otherwise (notes alone too).',
    ].join('\n'),
    run: async (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: {
          ...{ permissions: { type: 'boolean' }, json: { type: 'boolean' }, env: { type: 'string' } },
          language: { type: 'string' },
        },
      });
      const { permissions = false, json = false, env, language = 'en' } = values;
      return doctor({ permissions, json, env, language: oneOf('--language', language, languages) });
    },
  },
  {
    name: 'adopt',
    says: 'gives the storage to this installation, after its bot or its registration was made anew',
    options: '--env FILE      the settings (default: the environment, or data/sandbox.env of the sandbox)',
    run: async (words) => {
      const { values } = parseArgs({ args: [...words], options: { env: { type: 'string' } } });
      return adoptStorage(values.env);
    },
  },
  {
    name: 'cards',
    says: 'every card in every language, as JSON into a folder',
    options: ['--out DIR   where to (default: build/cards)', '--json      the summary as JSON'].join('\n'),
    run: async (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: { out: { type: 'string' }, json: { type: 'boolean' } },
      });
      return writeCards(values.out ?? 'build/cards', values.json === true);
    },
  },
  {
    name: 'papers',
    says: 'what data protection, works council, employees and administrators need to know, as PDF and Markdown',
    options: [
      '--to DIR        where to (default: build/papers)',
      '--language nl   nl, fr, de or en (default: all four)',
      '--country BE    BE, NL or FR: whose works council, and whose authority (default: all works councils)',
      '--format md     pdf or md (default: both)',
      '--json          the summary as JSON',
    ].join('\n'),
    run: async (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: {
          ...{ to: { type: 'string' }, language: { type: 'string' }, country: { type: 'string' } },
          ...{ format: { type: 'string' }, json: { type: 'boolean' } },
        },
      });
      const language = values.language === undefined ? undefined : oneOf('--language', values.language, languages);
      const country = values.country === undefined ? undefined : oneOf('--country', values.country, countries);
      const format = values.format === undefined ? undefined : oneOf('--format', values.format, formats);
      const { to = 'build/papers', json = false } = values;
      const wanted = { languages: language ? [language] : languages, formats: format ? [format] : formats };
      return writePapers({ to, country, json, ...wanted });
    },
  },
  {
    name: 'audit',
    says: 'the audit log: who did what, under pseudonyms, and whether each entry is as it was written',
    options: [
      '--who ID            only what this person did (a directory object id)',
      '--programme ID      only what concerns this programme',
      '--seen NUMBER:HASH  whether the last entry that an earlier run named still stands in the log',
      '--env FILE          the settings (default: the environment, or data/sandbox.env of the sandbox)',
      '--json              as JSON',
      'All entries are checked, whichever are shown. It ends with 1 when one is not as it was written.',
    ].join('\n'),
    run: async (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: {
          ...{ json: { type: 'boolean' }, env: { type: 'string' }, who: { type: 'string' } },
          ...{ programme: { type: 'string' }, seen: { type: 'string' } },
        },
      });
      const { json = false, env, who, programme, seen } = values;
      return audit({ json, env, who, programme, seen });
    },
  },
  {
    name: 'erase',
    says: 'forgets somebody: everything that is theirs goes, others keep theirs without the name',
    options: [
      '--person ID  whom (a directory object id)',
      '--yes        do it; without this it only says what there is',
      '--wait       until nothing is left, which takes some hours',
      '--env FILE   the settings (default: the environment, or data/sandbox.env of the sandbox)',
      '--json       as JSON',
    ].join('\n'),
    run: (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: {
          ...{ person: { type: 'string' }, env: { type: 'string' }, json: { type: 'boolean' } },
          ...{ yes: { type: 'boolean' }, wait: { type: 'boolean' } },
        },
      });
      const { person, env, json = false, yes = false, wait = false } = values;
      return erase({ person, env, json, yes, wait });
    },
  },
  {
    name: 'export',
    says: 'a copy of the whole state to another place, sealed, while the product runs',
    options: [
      '--to PLACE   a folder, or the address of a container in another account (https://ACCOUNT.blob.core.windows.net/NAME),',
      '             which the managed identity may write to (Storage Blob Data Contributor)',
      '--env FILE   the settings (default: the environment, or data/sandbox.env of the sandbox)',
      '--json       the summary as JSON',
      '',
      'The copy is sealed with a key of its own, which the vault wraps: nobody reads it without that vault. The audit log is not part of it.',
    ].join('\n'),
    run: async (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: { to: { type: 'string' }, env: { type: 'string' }, json: { type: 'boolean' } },
      });
      if (values.to === undefined) throw new UsageProblem('say where to: --to DIR, or --to CONTAINER_URL');
      return exportCopy({ to: values.to, env: values.env, json: values.json === true });
    },
  },
  {
    name: 'restore',
    says: 'a copy back into an empty account: checked before, compared after',
    options: [
      '--from PLACE         where copies are: a folder, or the address of a container',
      '--copy NAME          which one (default: the newest whole one)',
      '--into-prefix NAME   into tables of their own beside those that are there; start the product with STORAGE_PREFIX=NAME',
      '--env FILE           the settings (default: the environment, or data/sandbox.env of the sandbox)',
      '--json               the summary as JSON',
      '',
      'The settings must name the vault and the key that the copy was made with: sealed answers are copied sealed, with their keys.',
      'Stop the product first. Killed in the middle, the same command goes on where it was.',
    ].join('\n'),
    run: async (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: {
          ...{ from: { type: 'string' }, copy: { type: 'string' }, 'into-prefix': { type: 'string' } },
          ...{ env: { type: 'string' }, json: { type: 'boolean' } },
        },
      });
      const { from, copy, 'into-prefix': intoPrefix, env, json = false } = values;
      if (from === undefined) throw new UsageProblem('say where from: --from DIR, or --from CONTAINER_URL');
      if (intoPrefix !== undefined && !/^[a-z0-9]{1,20}$/.test(intoPrefix))
        throw new UsageProblem(`--into-prefix ${intoPrefix} is not 1 to 20 of a-z and 0-9`);
      return restore({ from, copy, intoPrefix, env, json }, replayErasures);
    },
  },
  {
    name: 'match',
    says: 'matches people or a graph from files, with the proof that nothing better exists',
    options: [
      '--graph DIR     mentees.csv (id,wants; waited, group), mentors.csv (id,capacity), edges.csv (mentee,mentor,score; locked)',
      '--people DIR    mentees.csv, mentors.csv, policy.json; writes pairs.csv and reasons.csv beside the answer',
      '--template DIR  writes such a folder to fill in',
      '--out FILE      where the answer goes, as JSON',
      '--picture FILE  the scores and who was matched, as SVG',
      '--circles       groups of three to eight with one mentor, instead of pairs (with --people); writes circles.csv',
      '--no-floor      without the best floor for everybody',
      '--language nl   of the reasons: nl, fr, de, en (default en)',
      '--threads N     default: all processors',
      '--json          the summary as JSON',
    ].join('\n'),
    run: (words) => {
      const { values } = parseArgs({
        args: [...words],
        options: {
          ...{ graph: { type: 'string' }, people: { type: 'string' }, template: { type: 'string' } },
          ...{ out: { type: 'string' }, picture: { type: 'string' }, 'no-floor': { type: 'boolean' } },
          ...{ language: { type: 'string' }, threads: { type: 'string' }, json: { type: 'boolean' } },
          circles: { type: 'boolean' },
        },
      });
      const { graph, people, template, out, picture, language = 'en', threads } = values;
      const known = oneOf('--language', language, languages);
      const count = threads === undefined ? undefined : Number(threads);
      if (count !== undefined && !(Number.isInteger(count) && count > 0))
        throw new UsageProblem(`--threads ${threads} is no number of threads`);
      const { json = false, circles = false, 'no-floor': noFloor = false } = values;
      const switches = { noFloor, json, circles };
      return match({ graph, people, template, out, picture, language: known, threads: count, ...switches });
    },
  },
];

function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new UsageProblem(`${option} ${given} is none of ${known.join(', ')}`);
  return found;
}

/** The named switches; anything else is told, with the command's own help at hand. */
function flags<N extends string>(words: readonly string[], names: readonly N[]): Record<N, boolean> {
  const unknown = words.find((word) => !names.some((name) => word === `--${name}`));
  if (unknown !== undefined) throw new UsageProblem(`${unknown} is not known here: see --help`);
  return Object.fromEntries(names.map((name) => [name, words.includes(`--${name}`)])) as Record<N, boolean>;
}
