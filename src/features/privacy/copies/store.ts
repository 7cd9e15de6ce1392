/** A copy as it is kept in its place: `NAME/begun`, its segments and `NAME/progress`, and at the end `NAME/manifest.json`. */
import { z } from 'zod';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { CopyPlace, Place } from '../../../platform/places.ts';
import { hashOf, openBytes, sealBytes } from '../../../platform/sealed/bytes.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { contents, copyName, header, line, progress } from './model.ts';
import type { Contents, Header, Line, Progress, Segment } from './model.ts';
import { isNewer, type KnownCopy } from './rules.ts';
import { format } from './model.ts';
import { productVersion } from '../../../platform/version.ts';

/** Key: `last`. `at`: machine time at which the last copy was begun, or the wait for the first. */
export const copyingRows = rowsOf('system', 'copying', z.strictObject({ at: z.number(), under: copyName.optional() }));

/** Key: `now`. `segments`: so many are written. */
export const restoringRows = rowsOf(
  'system',
  'restoring',
  z.strictObject({ name: copyName, segments: z.number().int(), stage: z.enum(['writing', 'erasing']) }),
);

export const copiesPartition = 'copies';

/** A copy, and its key. */
export interface Opened {
  readonly header: Header;
  readonly key: Uint8Array;
}

const manifest = z.strictObject({ header, contents: z.string() });

const begunFile = (name: string): string => `${name}/begun`;
const progressFile = (name: string): string => `${name}/progress`;
const manifestFile = (name: string): string => `${name}/manifest.json`;

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const bound = ({ header: { name, format: written } }: Opened, ...words: readonly string[]): string[] => [
  ...['copy', String(written), name],
  ...words,
];

export async function putBegun(place: Place, one: Header): Promise<void> {
  await place.put(begunFile(one.name), bytesOf(one));
}

/** With a name of its own each time: two who write at the same moment spoil nothing. */
export async function putSegment(
  place: Place,
  copy: Opened,
  number: number,
  lines: readonly string[],
): Promise<Segment> {
  const name = `${String(number).padStart(6, '0')}-${newId().slice(0, 6)}`;
  const bytes = await sealBytes(copy.key, lines.join('\n'), bound(copy, 'segment', name));
  await place.put(`${copy.header.name}/${name}`, bytes);
  return { name, lines: lines.length, bytes: bytes.length, hash: hashOf(bytes) };
}

/** Failure `bad-input` with `copy-broken` when it is missing, or not as it was written. */
export async function readSegment(place: Place, copy: Opened, wanted: Segment): Promise<Line[]> {
  const broken = (reason: string, cause?: unknown): Failure =>
    new Failure('bad-input', 'copy-broken', { cause, fields: [{ field: wanted.name, reason }] });
  const bytes = await place.read(`${copy.header.name}/${wanted.name}`);
  if (!bytes) throw broken('missing');
  if (bytes.length !== wanted.bytes || hashOf(bytes) !== wanted.hash) throw broken('changed');
  const text = await openBytes(copy.key, bytes, bound(copy, 'segment', wanted.name)).catch((error: unknown) => {
    throw broken('changed', error);
  });
  const lines = text.split('\n').map((one) => line.parse(JSON.parse(one)));
  if (lines.length !== wanted.lines) throw broken('changed');
  return lines;
}

export async function putProgress(place: Place, copy: Opened, one: Progress): Promise<void> {
  await place.put(
    progressFile(copy.header.name),
    await sealBytes(copy.key, JSON.stringify(one), bound(copy, 'progress')),
  );
}

/** Nothing when there is none to go on with. */
export async function readProgress(
  { place, vault }: CopyPlace,
  name: string,
): Promise<(Opened & { progress: Progress }) | undefined> {
  const [begun, bytes] = [await place.read(begunFile(name)), await place.read(progressFile(name))];
  if (!begun || !bytes) return undefined;
  const found = header.parse(JSON.parse(Buffer.from(begun).toString('utf8')));
  const copy = { header: found, key: await vault.unwrap(found.key) };
  return { ...copy, progress: progress.parse(JSON.parse(await openBytes(copy.key, bytes, bound(copy, 'progress')))) };
}

/** From then on the copy counts; bound to every word of the header, so that none can be changed. */
export async function putManifest(place: Place, copy: Opened, one: Contents): Promise<void> {
  const sealed = await sealBytes(copy.key, JSON.stringify(one), bound(copy, JSON.stringify(copy.header)));
  const { name } = copy.header;
  const written = { header: copy.header, contents: Buffer.from(sealed).toString('base64') };
  await place.put(manifestFile(name), Buffer.from(JSON.stringify(written, undefined, 2)));
  for (const file of [progressFile(name), begunFile(name)]) await place.remove(file);
}

/** Failures `bad-input`: `copy-none`, `copy-format`, `copy-newer`, `copy-key`, `copy-broken`. */
export async function openCopy({ place, vault }: CopyPlace, name: string): Promise<Opened & { contents: Contents }> {
  const bytes = await place.read(manifestFile(name));
  if (!bytes) throw new Failure('bad-input', 'copy-none');
  const found = manifestIn(bytes);
  const { key: wrapped } = found.header;
  const key = await vault.unwrap(wrapped).catch((cause: unknown) => {
    if (!isFailure(cause) || cause.reason !== 'vault-refused') throw cause;
    throw new Failure('bad-input', 'copy-key', { cause, fields: [{ field: wrapped.kid, reason: 'other' }] });
  });
  const copy = { header: found.header, key };
  const words = bound(copy, JSON.stringify(found.header));
  const text = await openBytes(key, Buffer.from(found.contents, 'base64'), words).catch((cause: unknown) => {
    throw brokenManifest(cause);
  });
  return { ...copy, contents: contents.parse(JSON.parse(text)) };
}

const brokenManifest = (cause: unknown): Failure =>
  new Failure('bad-input', 'copy-broken', { cause, fields: [{ field: 'manifest.json', reason: 'changed' }] });

function manifestIn(bytes: Uint8Array): z.infer<typeof manifest> {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw brokenManifest(cause);
  }
  // First of all: what another format looks like beyond these two, nobody knows here.
  const said = z.object({ header: z.object({ format: z.number(), product: z.string() }) }).safeParse(found)
    .data?.header;
  if (said && said.format !== format)
    throw new Failure('bad-input', 'copy-format', { fields: [{ field: said.product, reason: String(said.format) }] });
  if (said && isNewer(said.product, productVersion))
    throw new Failure('bad-input', 'copy-newer', { fields: [{ field: said.product, reason: productVersion }] });
  const read = manifest.safeParse(found);
  if (!read.success) throw brokenManifest(read.error);
  return read.data;
}

/** In the order of time. */
export async function listCopies(place: Place): Promise<KnownCopy[]> {
  const all = await place.list();
  const names = new Set(all.map((one) => one.split('/')[0] ?? '').filter((one) => copyName.safeParse(one).success));
  return [...names].toSorted().map((name) => ({ name, isWhole: all.includes(manifestFile(name)) }));
}

/** The manifest first: what is left of a copy that is half deleted is no copy. */
export async function removeCopy(place: Place, name: string): Promise<void> {
  const all = await place.list(`${name}/`);
  for (const one of [manifestFile(name), ...all.filter((file) => file !== manifestFile(name))]) await place.remove(one);
}
