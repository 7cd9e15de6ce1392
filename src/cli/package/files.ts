/** What a package is made from: the files of `appPackage/`, read once; a package is put together in memory. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages, type Language } from '../../platform/words.ts';
import { root } from '../tool.ts';

/** By name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

export const sourceDir = join(root, 'appPackage');
export const manifestFile = 'manifest.json';
/** The language of the strings in `appPackage/manifest.json` itself. */
export const sourceLanguage: Language = 'en';

export const fileOf = (language: Language): string => `${language}.json`;
export const translated: readonly Language[] = languages.filter((language) => language !== sourceLanguage);

/** All of the folder but the drawing that the icons are made from. */
export async function readSource(folder = sourceDir): Promise<PackageFiles> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.svg')).toSorted();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
}

export const textOf = (files: PackageFiles, name: string): string | undefined => {
  const bytes = files.get(name);
  return bytes && new TextDecoder().decode(bytes);
};
