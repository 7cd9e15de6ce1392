/** Puts a package together, or says everything that is wrong with it at once. The same input gives the same bytes. */
import { languages, type Language } from '../../platform/words.ts';
import { writeZip } from '../../platform/papers/zip.ts';
import { addressFaults, fixedIdFaults, installationFaults } from './addresses.ts';
import { askedFaults } from './asked.ts';
import type { Fault } from './fault.ts';
import { fileOf, manifestFile, sourceLanguage, textOf, translated, type PackageFiles } from './files.ts';
import { iconFaults, iconNames } from './icons.ts';
import type { Installation } from './installation.ts';
import { fillTokens, manifestShape, textsIn, withTexts, type Manifest, type Texts } from './manifest.ts';
import { languageFaults, schemaFaults } from './schema.ts';
import { commandFaults, languageListFaults, sameTexts, textFaults } from './words.ts';

export interface Composed {
  /** The filled manifest, in the language that was wished for. */
  readonly manifest: Manifest;
  readonly files: readonly string[];
  readonly bytes: Uint8Array;
}

export type Outcome = { readonly faults: readonly Fault[] } | Composed;

const standIns = {
  domain: 'tandem.example.com',
  tabClientId: '00000000-0000-4000-8000-000000000001',
  botId: '00000000-0000-4000-8000-000000000002',
  teamsAppId: '00000000-0000-4000-8000-000000000003',
};

export async function compose(files: PackageFiles, installation: Installation): Promise<Outcome> {
  const given = installationFaults(installation);
  const template = readJson(files, manifestFile);
  if (!isObject(template)) return { faults: [...given, unreadable(manifestFile)] };
  // What is wrong with the installation is said once, and not again at each place that it would fill.
  const filling = given.length === 0 ? installation : { ...installation, ...standIns };
  const filled = fillAll(files, filling);
  const faults = [
    ...given,
    ...fixedIdFaults(manifestShape.parse(template)),
    ...filled.faults,
    ...(filled.manifest ? await manifestFaults(filled.manifest, filled.texts, files, filling) : []),
    ...iconNames.flatMap((name) =>
      iconFaults(name, files.get(name)).map((says) => ({ file: 'appPackage', at: '', says })),
    ),
  ];
  if (faults.length > 0 || !filled.manifest) return { faults: withoutEcho(faults) };
  return pack(filled.manifest, filled.texts, files, installation);
}

interface Filled {
  readonly manifest: Readonly<Record<string, unknown>> | undefined;
  readonly texts: ReadonlyMap<Language, Texts>;
  readonly faults: readonly Fault[];
}

/** Everything with its tokens filled. The suffix stands behind the short name, in every language. */
function fillAll(files: PackageFiles, installation: Installation): Filled {
  const faults: Fault[] = [];
  const read = (name: string): Record<string, unknown> | undefined => {
    const value = readJson(files, name, installation);
    if (!isObject(value)) faults.push(unreadable(name));
    else faults.push(...unfilledIn(value).map(([at, token]) => unfilled(name, at, token)));
    return isObject(value) ? value : undefined;
  };
  const manifest = read(manifestFile);
  const texts = new Map<Language, Texts>();
  if (manifest) texts.set(sourceLanguage, withSuffix(textsIn(manifestShape.parse(manifest)), installation));
  for (const language of translated.filter((one) => files.has(fileOf(one)))) {
    const { $schema: _schema, ...found } = read(fileOf(language)) ?? {};
    texts.set(language, withSuffix(onlyTexts(found), installation));
  }
  return { manifest, texts, faults };
}

async function manifestFaults(
  manifest: Readonly<Record<string, unknown>>,
  texts: ReadonlyMap<Language, Texts>,
  files: PackageFiles,
  installation: Installation,
): Promise<Fault[]> {
  const shape = manifestShape.parse(manifest);
  const english = texts.get(sourceLanguage) ?? {};
  const perLanguage = [...texts].map(async ([language, own]): Promise<Fault[]> => {
    if (language === sourceLanguage) return textFaults(manifestFile, own);
    const file = fileOf(language);
    const whole = { ...own, $schema: asObject(readJson(files, file))['$schema'] };
    const ofSchema = await languageFaults(file, whole, shape.manifestVersion ?? '');
    return [...sameTexts(file, english, own), ...textFaults(file, own), ...ofSchema];
  });
  return [
    ...addressFaults(shape, installation),
    ...askedFaults(shape),
    ...languageListFaults(shape, files.keys()),
    ...(await Promise.all(perLanguage)).flat(),
    ...commandFaults(texts),
    ...(await schemaFaults(manifest)),
  ];
}

/** Our own sentence about a place says more than the schema's. */
function withoutEcho(faults: readonly Fault[]): Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) {
    const key = `${fault.file} ${fault.at === '' ? fault.says : fault.at}`;
    if (!first.has(key)) first.set(key, fault);
  }
  return [...first.values()];
}

function pack(
  manifest: Readonly<Record<string, unknown>>,
  texts: ReadonlyMap<Language, Texts>,
  files: PackageFiles,
  { language }: Installation,
): Composed {
  const others = languages.filter((one) => one !== language);
  const additionalLanguages = others.map((languageTag) => ({ languageTag, file: fileOf(languageTag) }));
  const spoken = withTexts(
    { ...manifest, localizationInfo: { defaultLanguageTag: language, additionalLanguages } },
    texts.get(language) ?? {},
  );
  const $schema = String(manifest['$schema']).replace('.schema.json', '.Localization.schema.json');
  const entries = [
    { name: manifestFile, bytes: jsonOf(spoken) },
    ...iconNames.map((name) => ({ name, bytes: files.get(name) ?? new Uint8Array() })),
    ...others.map((one) => ({ name: fileOf(one), bytes: jsonOf({ $schema, ...texts.get(one) }) })),
  ];
  return { manifest: manifestShape.parse(spoken), files: entries.map(({ name }) => name), bytes: writeZip(entries) };
}

const jsonOf = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);

function readJson(files: PackageFiles, name: string, installation?: Installation): unknown {
  const text = textOf(files, name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(installation ? fillTokens(text, installation) : text);
  } catch {
    return undefined;
  }
}

const unreadable = (file: string): Fault => ({
  file,
  at: '',
  says: 'is no JSON object: correct it, or take it back from the repository',
});
const unfilled = (file: string, at: string, token: string): Fault => ({
  ...{ file, at },
  says: `${token} is filled by nothing: correct its name, or write the value itself`,
});

/** Each token that is still there, with its place. */
function unfilledIn(value: unknown, at = ''): (readonly [string, string])[] {
  if (typeof value === 'string')
    return [...value.matchAll(/\$\{\{[^}]*\}?\}?/g)].map(([token]) => [at, token] as const);
  if (Array.isArray(value)) return value.flatMap((one, place) => unfilledIn(one, `${at}[${place}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => unfilledIn(one, at === '' ? key : `${at}.${key}`));
}

function withSuffix(texts: Texts, { suffix }: Installation): Texts {
  const short = texts['name.short'];
  return suffix === '' || short === undefined ? texts : { ...texts, 'name.short': `${short} ${suffix}` };
}

const onlyTexts = (found: Readonly<Record<string, unknown>>): Texts =>
  Object.fromEntries(Object.entries(found).filter((one): one is [string, string] => typeof one[1] === 'string'));

const asObject = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
