/** `tandem export` and `tandem restore`: a copy of the state to another place, and back into an empty account. */
import type { Config } from '../config.ts';
import { restoreCopy, type RestoreStep } from '../features/privacy/copies/restoring/usecases.ts';
import { makeCopy } from '../features/privacy/copies/usecases.ts';
import { format } from '../features/privacy/copies/model.ts';
import { connect, type Connected } from '../platform/connect.ts';
import { isFailure, type Failure } from '../platform/errors.ts';
import { placeAt } from '../platform/places.ts';
import type { Platform } from '../platform/platform.ts';
import { productVersion } from '../platform/version.ts';
import { settings } from './doctor.ts';
import { bar } from './match/scan.ts';
import { UsageProblem } from './usage.ts';

export interface ExportWish {
  readonly to: string;
  readonly env: string | undefined;
  readonly json: boolean;
}

export interface RestoreWish {
  readonly from: string;
  /** The name of a copy; the newest whole one where none is given. */
  readonly copy: string | undefined;
  readonly intoPrefix: string | undefined;
  readonly env: string | undefined;
  readonly json: boolean;
}

/** Erases whoever was erased since the copy was made; called when all rows stand, gives how many that were. */
export type ReplayErasures = (deps: Platform) => Promise<number>;

const tell = (text: string): void => void process.stdout.write(`${text}\n`);
/** On one line, for people who watch. */
const shown = (json: boolean): ((text: string) => void) =>
  json || !process.stderr.isTTY ? () => undefined : (text) => void process.stderr.write(`\r\u001b[K${text}`);

export async function exportCopy({ to, env, json }: ExportWish): Promise<number> {
  return withPlace(settings(env), to, async ({ deps: { tables, clock }, vault }, place) => {
    const [begun, show] = [performance.now(), shown(json)];
    const made = await makeCopy({ tables, clock, vault, place }, ({ pass, table, rows }) =>
      show(
        pass === 1 ? `reading ${table}: ${rows} rows so far` : `look ${pass - 1} at what changed meanwhile: ${table}`,
      ),
    );
    show('');
    const seconds = secondsSince(begun);
    const { name, tables: counts, segments, moving } = made;
    const [rows, bytes] = [rowsIn(counts), segments.reduce((sum, one) => sum + one.bytes, 0)];
    const apart = (made.to - made.from) / 1000;
    if (json) tell(JSON.stringify({ name, place: place.address, rows, bytes, seconds, apart, moving, tables: counts }));
    else {
      tell(`${name}: ${rows} rows, ${megabytes(bytes)}, in ${seconds} s, to ${place.address}.`);
      tell(`Each partition is as it was at one moment; these moments lie at most ${apart} s apart.`);
      if (moving.length > 0) tell(`But these changed all the while, and are as they were read: ${moving.join(', ')}.`);
    }
    return 0;
  });
}

export async function restore(wish: RestoreWish, replayErasures: ReplayErasures): Promise<number> {
  const { from, copy, intoPrefix, env, json } = wish;
  const own = settings(env);
  const config = intoPrefix === undefined ? own : { ...own, storage: { ...own.storage, prefix: intoPrefix } };
  return withPlace(config, from, async ({ deps, vault }, place) => {
    const [begun, show] = [performance.now(), shown(json)];
    const { tables, clock } = deps;
    const done = await restoreCopy(
      { tables, clock, vault, place },
      { name: copy, replayErasures: () => replayErasures(deps), heard: (step) => show(stepIn(step)) },
    );
    show('');
    const [seconds, rows] = [secondsSince(begun), rowsIn(done.tables)];
    const { name, wentOnFrom, erasedAnew, moving } = done;
    if (json)
      tell(JSON.stringify({ name, rows, seconds, wentOnFrom, erasedAnew, moving, isEqual: true, tables: done.tables }));
    else {
      if (wentOnFrom > 0) tell(`An earlier run had written ${wentOnFrom} segments; this one went on from there.`);
      tell(`${name}: ${rows} rows, equal to the copy by count and sum, in ${seconds} s.`);
      tell(`${erasedAnew} people who were erased since then were erased again.`);
    }
    return 0;
  });
}

const rowsIn = (tables: Readonly<Record<string, { readonly rows: number }>>): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const secondsSince = (begun: number): number => Math.round((performance.now() - begun) / 100) / 10;
const stepIn = ({ what, done, of }: RestoreStep): string => `${what.padEnd(9)} ${bar(of === 0 ? 1 : done / of)}`;

type Work = (connected: Connected, place: ReturnType<typeof placeAt>) => Promise<number>;

async function withPlace(config: Config, address: string, work: Work): Promise<number> {
  try {
    const place = placeAt(address, config);
    const connected = await connect({ ...config, logLevel: 'silent' });
    try {
      return await work(connected, place);
    } finally {
      connected.stop();
    }
  } catch (error) {
    const sentence = isFailure(error) ? sentences[error.reason]?.(listed(error), address) : undefined;
    throw sentence === undefined ? error : new UsageProblem(sentence);
  }
}

const listed = ({ fields }: Failure): { readonly names: string; readonly reasons: string } => ({
  names: fields.map(({ field }) => field).join(', '),
  reasons: fields.map(({ field, reason }) => `${field} ${words[reason] ?? reason}`).join(', '),
});

const words: Readonly<Record<string, string>> = {
  missing: 'is missing',
  changed: 'is not as it was written',
  differs: 'has other rows than the manifest says',
};

type Sentence = (found: ReturnType<typeof listed>, address: string) => string;

const sentences: Readonly<Record<string, Sentence>> = {
  'copy-none': (_, address) => `There is no such whole copy at ${address}. One that broke off is none.`,
  'copy-format': ({ names }) =>
    `The copy was made by Tandem ${names}, in another format than Tandem ${productVersion} reads (${format}). Restore it with the version that made it.`,
  'copy-newer': ({ names }) =>
    `The copy was made by Tandem ${names}; this is ${productVersion}. Restore it with that version or a later one.`,
  'copy-key': ({ names }) =>
    `The key of the copy was wrapped with ${names}, and the settings name another (VAULT_URL, IDENTITY_KEY_ID). Only the vault that a copy was made with opens it.`,
  'copy-broken': ({ reasons }) =>
    `The copy is not as it was made: ${reasons}. Nothing of it was written. Take another one with --copy NAME.`,
  'account-not-empty': ({ names }) =>
    `The account is not empty: there are rows in ${names}. Stop the product, and restore into an empty account; or beside what is there, with --into-prefix NAME.`,
  'account-other-copy': ({ names }) =>
    `Another copy is half put back here: ${names}. Go on with --copy ${names}, or restore into an empty account.`,
  'copy-differs': ({ names }) =>
    `What stands there now is not what the copy holds, in ${names}: somebody else writes there. Stop the product, and restore into an empty account.`,
  'copies-address': (_, address) =>
    `${address} cannot be opened with these settings. Name a folder, or the address of a container.`,
  'copies-refused': (_, address) =>
    `${address} refuses us. Give the managed identity the role Storage Blob Data Contributor there.`,
  'vault-not-set-up': () =>
    'The settings name no vault (VAULT_URL, IDENTITY_KEY_ID), and without one a copy cannot be sealed or opened.',
  'vault-down': () => 'The vault did not answer. Try again; nothing is lost.',
  'storage-down': () =>
    'Storage did not answer for a while. Run the same command again: restoring goes on where it was, a copy begins anew.',
};
