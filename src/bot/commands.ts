/** Door: what people type to the bot. It knows greetings and a cry for help; anything else gets a kind way on, and is not kept. */
import { heading, paragraph, type Card, type CardElement } from '../platform/cards.ts';
import { languages, type Language } from '../platform/words.ts';
import { say } from './words.ts';

export type Command = 'hello' | 'help' | 'talk' | 'other';

const words: Readonly<Record<Exclude<Command, 'other'>, Readonly<Record<Language, readonly string[]>>>> = {
  hello: {
    nl: ['hallo', 'hoi', 'hey', 'dag', 'goeiedag', 'goedendag', 'goeiemorgen', 'goedemorgen'],
    fr: ['bonjour', 'salut', 'coucou', 'bonsoir'],
    de: ['hallo', 'guten tag', 'guten morgen', 'moin', 'servus', 'grüß gott', 'grüezi'],
    en: ['hello', 'hi', 'hey', 'good morning', 'good afternoon'],
  },
  help: {
    nl: ['help', 'hulp', 'start', 'wat kan ik doen', 'wat kan je', 'wat kun je'],
    fr: ['aide', 'aide-moi', 'à l’aide', 'au secours', 'que puis-je faire', 'que peux-tu faire'],
    de: ['hilfe', 'hilf mir', 'was kann ich tun', 'was kannst du'],
    en: ['help', 'help me', 'start', 'what can i do', 'what can you do'],
  },
  talk: {
    nl: [
      'er klopt iets niet',
      'iets klopt niet',
      'er is iets niet oké',
      'er is iets mis',
      'vertrouwenspersoon',
      'praten',
    ],
    fr: ['quelque chose ne va pas', 'ça ne va pas', 'il y a un problème', 'personne de confiance', 'parler'],
    de: ['etwas stimmt nicht', 'da stimmt etwas nicht', 'es stimmt etwas nicht', 'vertrauensperson', 'reden'],
    en: ['something is not right', "something isn't right", 'something is wrong', 'confidential adviser', 'talk'],
  },
};

export interface Heard {
  readonly command: Command;
  /** The language to answer in: the reader's, unless the word belongs to another one only. */
  readonly language: Language;
}

/** The whole text must be the word: "I cannot help my mentee" is no command. */
export function hear(text: string, reader: Language): Heard {
  const typed = tidy(text);
  if (typed === '?') return { command: 'help', language: reader };
  for (const command of ['hello', 'help', 'talk'] as const) {
    const spoken = languages.filter((language) => words[command][language].some((word) => tidy(word) === typed));
    if (spoken[0]) return { command, language: spoken.includes(reader) ? reader : spoken[0] };
  }
  return { command: 'other', language: reader };
}

function tidy(text: string): string {
  const flat = text.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim();
  return flat === '?' ? flat : flat.replace(/^[/\s]+|[\s!.?…,]+$/gu, '');
}

/** The answer to a command; `home` is the address of the tab in Teams, `talk` of the page for a private talk. */
export function answerTo({ command, language }: Heard, home: string, talk: string): Card {
  const texts = {
    hello: ['hello.text'],
    help: ['help.cards', 'help.tab', 'help.coach', 'help.person', 'help.talk'],
    talk: ['talk.text', 'talk.remove'],
    other: ['other.text'],
  } as const;
  const lines = texts[command].map((word) => paragraph(say(language, word)));
  return {
    summary: say(language, `${command}.summary`),
    body: [heading(say(language, `${command}.title`)), ...lines, openTab(language, command === 'talk' ? talk : home)],
  };
}

/** What somebody sees when the app has just been added. */
export function welcome(language: Language, home: string): Card {
  const lines = (['welcome.text', 'welcome.next'] as const).map((word) => paragraph(say(language, word)));
  return {
    summary: say(language, 'welcome.summary'),
    body: [heading(say(language, 'welcome.title')), ...lines, openTab(language, home)],
  };
}

/** When a text could not be answered. */
export function apology(language: Language, home: string): Card {
  const text = paragraph(say(language, 'fault.text'));
  return {
    summary: say(language, 'fault.summary'),
    body: [heading(say(language, 'fault.title')), text, openTab(language, home)],
  };
}

/** A link and not a button of ours: it works for everybody, for ever. */
export function openTab(language: Language, url: string): CardElement {
  return { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: say(language, 'open'), url }] };
}
