/**
 * What is told to the model, and what of its answer reaches a person. What we say is fixed; what was typed stands in quotes and is told
 * to be material. An answer is a few lines of limited Markdown, without links, pictures and HTML, and without anybody's name.
 */
import { plain } from '../../../../platform/cards.ts';
import type { Language } from '../../../../platform/words.ts';
import givenNames from '../content/given-names.json' with { type: 'json' };
import system from '../content/system.json' with { type: 'json' };
import type { Wording } from '../model.ts';
import { tokensIn } from '../phrases/rules.ts';
import { asksToJudge } from '../urgent/rules.ts';
import { privateIn, shown } from '../filter/rules.ts';
import type { NameLists } from '../filter/model.ts';
import { capitals } from '../filter/names/rules.ts';

export const systemText = (language: Language, help: Wording): string =>
  [system.rules, system[help], system.languages[language]].join('\n');

/** Three quotes end what is quoted. */
export const quoted = (text: string): string => `"""\n${text.replace(/"{3,}/g, '"')}\n"""`;

export const longestAnswer = 900;
/** So many words of ours in a row are an answer about us. */
const toldOfUs = 8;
const given = new Set(givenNames.names.split(' '));

/** Nothing when it is not to be shown; `sent` is what the model was given. */
export function answerOf(raw: string, sent: string, names: NameLists): string | undefined {
  const text = shortened(bare(shown(raw)));
  if (text === '' || privateIn(text).length > 0 || asksToJudge(text)) return undefined;
  if (namesSomebody(text, sent, names) || tellsOfUs(text)) return undefined;
  return marked(text);
}

/** Links keep their words; pictures, HTML and addresses go. */
function bare(text: string): string {
  return text
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]*>?/g, '')
    .replace(/(?:[a-z][a-z\d+.-]*:\/\/|www\.|mailto:|javascript:|data:)\S*/giu, '')
    .replace(/^\s*\[[^\]]*\]:.*$/gm, '')
    .replace(/^\s*#+\s*/gm, '')
    .replace(/^\s*>\s*/gm, '')
    .replace(/^\s*\|.*$/gm, '')
    .replace(/`+/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function shortened(text: string): string {
  if (text.length <= longestAnswer) return text;
  const cut = text.slice(0, longestAnswer);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('\n'));
  return end > longestAnswer / 3 ? cut.slice(0, end + 1).trim() : `${cut.replace(/\s+\S*$/u, '')} …`;
}

/** Bold words and lists stay; every other mark is shown as it was written. */
function marked(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, item = '', rest = ''] = /^\s*((?:[-*]|\d{1,2}\.)\s+)?(.*)$/u.exec(line) ?? [];
      const parts = rest.split(/(\*\*[^*]+\*\*)/);
      const safe = parts.map((part) =>
        /^\*\*[^*]+\*\*$/.test(part) ? `**${plain(part.slice(2, -2))}**` : plain(part),
      );
      return `${item.replace('*', '-')}${safe.join('')}`;
    })
    .join('\n');
}

/** A name, an address or a number that was not in what was sent: the model knows nobody here. */
function namesSomebody(text: string, sent: string, { given: own, family }: NameLists): boolean {
  if (/@|\d(?:[\s./-]?\d){6,}/.test(text)) return true;
  const there = new Set(tokensIn(sent).map(({ key }) => key));
  const words = tokensIn(text).filter(({ start }) => /^\p{Lu}/u.test(text.slice(start)));
  const isFirst = ({ start }: { start: number }): boolean => /(?:^|[.!?:\n"“„«*-])\s*$/u.test(text.slice(0, start));
  return words.some((one, at) => {
    if (there.has(one.key) || one.key.length < 3 || capitals.has(one.key)) return false;
    const next = words[at + 1];
    const isWhole = next !== undefined && next.start - one.end === 1 && family.has(next.key);
    return (own.has(one.key) && isWhole) || (!isFirst(one) && (own.has(one.key) || given.has(one.key)));
  });
}

function tellsOfUs(text: string): boolean {
  const own = ` ${tokensIn([system.rules, system.goal, system.talk, system.feedback].join(' '))
    .map(({ key }) => key)
    .join(' ')} `;
  const keys = tokensIn(text).map(({ key }) => key);
  return keys.some(
    (_, at) => at + toldOfUs <= keys.length && own.includes(` ${keys.slice(at, at + toldOfUs).join(' ')} `),
  );
}
