/** A finding in sentences: what was found, why it matters, what to do. What is well says only what was found. */
import type { Language } from '../../../platform/words.ts';
import type { Finding, Severity } from '../model.ts';
import { say } from '../words.ts';

type Key = Parameters<typeof say>[1];

export interface Said {
  readonly found: string;
  readonly why?: string;
  readonly todo?: string;
}

export function sayFinding(language: Language, { code, severity, values }: Finding): Said {
  const { look, because, ...others } = values;
  const named = {
    ...others,
    ...(look === undefined ? {} : { what: nameOfLook(language, look) }),
    ...(because === undefined ? {} : { before: nameOfLook(language, because) }),
  };
  const of = (end: 'found' | 'why' | 'do'): string => say(language, `${code}.${end}` as Key, named);
  return severity === 'ok' ? { found: of('found') } : { found: of('found'), why: of('why'), todo: of('do') };
}

const nameOfLook = (language: Language, name: string | number): string => say(language, `look.name.${name}` as Key);

export const ofSeverity = (findings: readonly Finding[], wanted: Severity): Finding[] =>
  findings.filter(({ severity }) => severity === wanted);
