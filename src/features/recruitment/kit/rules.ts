/** The texts of the kit, out of the programme's own words and the ready ones. Facts in, texts out. */
import { escapeMarkup } from '../../../platform/markup.ts';
import type { Language } from '../../../platform/words.ts';
import type { Programme } from '../../programmes/model.ts';
import type { Form } from './model.ts';
import { say } from './texts/words.ts';

export interface KitFacts {
  readonly programme: Pick<Programme, 'name' | 'forWhom' | 'why' | 'howChosen'>;
  readonly months: number;
  /** The last day to apply, as people write it. */
  readonly until?: string;
  readonly link: string;
  /** The coordinators' own words in this language. */
  readonly own?: string | undefined;
  /** Of a story, with whose words they are. */
  readonly quote?: string | undefined;
  /** Whom to ask; the coordinators where it is left out. */
  readonly ask?: string | undefined;
}

export interface Told {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly beside?: string;
}

type Part = 'own' | 'quote' | 'forWhom' | 'why' | 'asks' | 'does' | 'free' | 'how' | 'until' | 'ask' | 'go';

/** What stands below the first paragraph of a form, in this order. */
const partsOf: Readonly<Record<Form, readonly Part[]>> = {
  // Without a quote: a story that is withdrawn would stay in it.
  channel: ['own', 'forWhom', 'why', 'asks', 'free', 'how', 'until', 'go'],
  mail: ['own', 'quote', 'forWhom', 'why', 'asks', 'does', 'free', 'how', 'until', 'go'],
  network: ['own', 'quote', 'forWhom', 'asks', 'does', 'free', 'how', 'until', 'go', 'ask'],
  association: ['forWhom', 'asks', 'until', 'go', 'ask'],
  social: ['until', 'go'],
  slide: ['forWhom', 'asks', 'does', 'free', 'until'],
  poster: ['asks', 'free', 'until', 'ask'],
  managers: ['why', 'go'],
  sponsor: ['why', 'own', 'until', 'go'],
};

const monthMs = 30.44 * 86_400_000;

export function monthsOf({ startsOn, endsOn }: Pick<Programme, 'startsOn' | 'endsOn'>): number {
  return Math.max(1, Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / monthMs));
}

export function tellForm(form: Form, language: Language, facts: KitFacts): Told {
  const values = { programme: facts.programme.name, months: facts.months, link: facts.link };
  const title = say(language, `${form}.title`, values);
  const parts = partsOf[form].flatMap((part) => tellPart(part, language, facts));
  const between =
    form === 'managers'
      ? [say(language, 'managers.takes', values), say(language, 'managers.not', values), say(language, 'managers.you')]
      : form === 'sponsor'
        ? [say(language, 'sponsor.ask')]
        : [];
  const [first, rest] = form === 'managers' || form === 'sponsor' ? [parts.slice(0, 1), parts.slice(1)] : [[], parts];
  return {
    title,
    paragraphs: [say(language, `${form}.text`, values), ...first, ...between, ...rest],
    ...(form === 'social' ? { beside: say(language, 'social.alt', { title }) } : {}),
    ...(form === 'slide' ? { beside: say(language, 'slide.notes') } : {}),
  };
}

/** Nothing where there is nothing to say. */
function tellPart(part: Part, language: Language, facts: KitFacts): string[] {
  const { programme, own, quote, until, ask, link, months } = facts;
  switch (part) {
    case 'own':
      return own ? [own] : [];
    case 'quote':
      return quote === undefined ? [] : [quote];
    case 'until':
      return until === undefined ? [] : [say(language, 'until', { until })];
    case 'forWhom':
      return [say(language, 'forWhom', { forWhom: programme.forWhom })];
    case 'why':
      return [say(language, 'why', { why: programme.why })];
    case 'how':
      return [say(language, 'how', { how: programme.howChosen })];
    case 'ask':
      return [say(language, 'ask', { ask: ask || say(language, 'askTeam') })];
    case 'asks':
      return [say(language, 'asks', { months })];
    case 'does':
    case 'free':
      return [say(language, part)];
    case 'go':
      return [say(language, 'go', { link })];
    default:
      return part satisfies never;
  }
}

/** A mail to one person: the same words between a greeting, who sends it, and how to stop such mails. */
export function tellMail(
  language: Language,
  facts: KitFacts & { readonly name: string; readonly from: string; readonly stop: string },
): Told {
  const told = tellForm('mail', language, facts);
  const hello = say(language, 'mail.hello', { name: facts.name });
  const bye = `${say(language, 'mail.bye')}\n${facts.from}`;
  return {
    title: told.title,
    paragraphs: [hello, ...told.paragraphs, bye, say(language, 'stop', { stop: facts.stop })],
  };
}

/** Paragraphs with links that can be followed; every word of a person is escaped first. */
export function htmlOf(language: Language, { title, paragraphs }: Told): string {
  const body = paragraphs.map((one) => {
    const safe = escapeMarkup(one).replaceAll('\n', '<br>');
    return `<p>${safe.replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`)}</p>`;
  });
  const style = 'font-family:Segoe UI,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1b1a19;max-width:640px';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title></head>`,
    `<body style="${style}"><h1 style="font-size:20px">${escapeMarkup(title)}</h1>${body.join('')}</body></html>`,
  ].join('');
}

export const plainText = ({ title, paragraphs }: Told): string => [title, ...paragraphs].join('\n\n');
