/** The prose of the papers, as files beside this one; what the code knows is put in by the rules. */
import { readFileSync } from 'node:fs';
import type { Language } from '../../../platform/words.ts';
import type { Country, PaperName } from './model.ts';

const read = new Map<string, string>();

function contentOf(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`./content/${name}.md`, import.meta.url), 'utf8');
  read.set(name, text);
  return text;
}

/** For works councils the law of their country comes first. */
export function proseOf(paper: PaperName, language: Language, country: Country): string {
  const prose = contentOf(`paper-${paper}.${language}`);
  if (paper !== 'works-council') return prose;
  return `${contentOf(`paper-${paper}-${country.toLowerCase()}.${language}`)}\n\n${prose}`;
}
