/** Texts of our own with what tells who in braces, and the organisation of the sandbox that they are held against. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directoryOf, nameParts } from '../../../../src/features/stories/protecting/directory/rules.ts';
import { phraseKey } from '../../../../src/features/stories/protecting/lists/rules.ts';
import type { Spot } from '../../../../src/features/stories/protecting/model.ts';
import type { Facts } from '../../../../src/features/stories/protecting/rules.ts';
import type { Language } from '../../../../src/platform/words.ts';
import { generateOrganisation } from '../../../../src/sandbox/organisation/generate.ts';

export interface Mark {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

export interface Marked {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export const organisation = generateOrganisation({ seed: 1 });

/** With the eyes of one of two people of the sandbox; what is about these two is given by each test. */
export function sandboxFacts(over: Partial<Facts> = {}): Facts {
  const people = organisation.people.map((one) => ({
    name: one.displayName,
    ...{ department: one.department ?? undefined, site: one.officeLocation ?? undefined },
    ...{ country: one.country ?? undefined, jobTitle: one.jobTitle ?? undefined },
  }));
  const [own, other] = [organisation.people[300]!, organisation.people[500]!];
  return {
    directory: directoryOf(people),
    close: [
      { parts: nameParts(own.displayName), why: 'own-name' },
      { parts: nameParts(other.displayName), why: 'partner-name' },
    ],
    calm: new Set(phraseKey(organisation.name).split(' ')),
    own: [own, other].map(({ department, officeLocation }) => ({
      ...{ department: phraseKey(department ?? ''), site: phraseKey(officeLocation ?? '') },
    })),
    side: 'mentor',
    ...over,
  };
}

/** `I work {place:in Ghent}` */
export function ownTexts(language: Language): Marked[] {
  const all = readFileSync(join(import.meta.dirname, 'texts', `${language}.txt`), 'utf8');
  return all
    .trim()
    .split(/\n\s*\n/)
    .map((raw, at) => unmarked(raw, `${language}-${at}`));
}

export function unmarked(raw: string, id = ''): Marked {
  const marks: Mark[] = [];
  let [text, at] = ['', 0];
  for (const one of raw.matchAll(/\{([\w-]+):([^}]*)\}/g)) {
    text += raw.slice(at, one.index);
    const words = one[2] ?? '';
    marks.push({ kind: one[1] ?? '', from: text.length, to: text.length + words.length });
    text += words;
    at = one.index + one[0].length;
  }
  return { id, text: text + raw.slice(at), marks };
}

export interface Figures {
  facts: number;
  found: number;
  findings: number;
  right: number;
}

export const none = (): Figures => ({ facts: 0, found: 0, findings: 0, right: 0 });
const over = (a: Pick<Mark, 'from' | 'to'>, b: Pick<Mark, 'from' | 'to'>): boolean => a.from < b.to && b.from < a.to;

/** A fact is found when a finding overlaps it, a finding right when it overlaps a fact; both of whatever kind. */
export function compare(
  marks: readonly Mark[],
  spots: readonly Pick<Spot, 'from' | 'to'>[],
  all: readonly Mark[],
  any: readonly Pick<Spot, 'from' | 'to'>[],
): Figures {
  return {
    facts: marks.length,
    found: marks.filter((mark) => any.some((spot) => over(mark, spot))).length,
    findings: spots.length,
    right: spots.filter((spot) => all.some((mark) => over(mark, spot))).length,
  };
}

export function plus(a: Figures, b: Figures): Figures {
  const { facts, found, findings, right } = a;
  return { facts: facts + b.facts, found: found + b.found, findings: findings + b.findings, right: right + b.right };
}

const share = (part: number, whole: number): string => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));
export const told = ({ facts, found, findings, right }: Figures): string =>
  `recall ${share(found, facts)} (${found} of ${facts}), precision ${share(right, findings)} (${right} of ${findings})`;
