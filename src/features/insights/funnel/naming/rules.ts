/** How parts, ranges, comparisons and hints are called in a language: page and paper say the same. Safe in the browser. */
import { regionOf, type Language } from '../../../../platform/words.ts';
import { steps, type Comparison, type Cut, type Hint, type Part, type PartName, type Range } from '../model.ts';
import { say } from '../words.ts';

export function sayRange(language: Language, { from, to }: Range): string {
  return from === 0 ? say(language, 'fewer-than', { count: to + 1 }) : say(language, 'range', { from, to });
}

/** Languages of the directory are tags, everything else is its own words. */
export function sayPart(language: Language, by: Cut, part: PartName): string {
  switch (part.kind) {
    case 'named':
      return by === 'language' ? languageName(language, part.name) : part.name;
    case 'level':
      return say(language, 'level', { level: part.level });
    case 'source': {
      const channel = say(language, `channel.${part.channel}`);
      return part.name === undefined ? channel : say(language, 'channel.named', { channel, name: part.name });
    }
    case 'unknown':
      return say(language, by === 'source' ? 'unknown.source' : 'unknown');
    case 'others':
      return say(language, 'others');
    default:
      return part satisfies never;
  }
}

function languageName(reader: Language, tag: string): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
}

export function sayComparison(language: Language, { verdict, ratio }: Comparison): string {
  const write = (value: number): string => value.toLocaleString(regionOf(language), { maximumFractionDigits: 1 });
  if (verdict === 'too-few' || !ratio) return say(language, 'verdict.too-few');
  return say(language, `verdict.${verdict}`, { low: write(ratio.low), high: write(ratio.high) });
}

export function sayHint(language: Language, hint: Hint): string {
  const range = (one: Range): string => sayRange(language, one);
  const named = (by: Cut, name: PartName): string => sayPart(language, by, name);
  switch (hint.kind) {
    case 'source':
      return say(language, 'hint.source', {
        ...{ source: named('source', hint.name), reached: range(hint.reached), applied: range(hint.applied) },
      });
    case 'not-reached':
      return say(language, 'hint.not-reached', { part: named(hint.by, hint.name) });
    case 'rarely':
      return say(language, 'hint.rarely', {
        part: named(hint.by, hint.name),
        step: say(language, `step.${hint.step}`),
      });
    case 'lost':
      return say(language, `hint.lost.${hint.step === 'applied' ? 'applied' : 'later'}`, {
        ...{ step: say(language, `step.${hint.step}`), from: range(hint.from), to: range(hint.to) },
      });
    case 'unknown':
      return say(language, 'hint.unknown', { count: range(hint.followed) });
    default:
      return hint satisfies never;
  }
}

/** For each part and step at which it is surely more or less often there than in the organisation. */
export function sentencesOf(by: Cut, parts: readonly Part[], language: Language): string[] {
  return parts.flatMap(({ name, comparisons }) =>
    comparisons.flatMap((one, at) =>
      one && (one.verdict === 'more' || one.verdict === 'fewer')
        ? [
            say(language, 'sentence', {
              part: sayPart(language, by, name),
              step: say(language, `step.${steps[at] ?? 'reached'}`),
              said: sayComparison(language, one),
            }),
          ]
        : [],
    ),
  );
}
