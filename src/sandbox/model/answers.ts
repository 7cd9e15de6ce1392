/** What the sandbox's model says: sentences by simple rules, so that the whole way can be tried. It repeats what it was given, as models do. */
export interface Spoken {
  readonly role: string;
  readonly content: string;
}

const frames = {
  nl: (text: string) => `Je zou het zo kunnen zeggen:\n\n- **${text}**\n\nTegen wanneer wil je dit gedaan hebben?`,
  fr: (text: string) => `Tu pourrais le dire ainsi :\n\n- **${text}**\n\nPour quand veux-tu y arriver ?`,
  de: (text: string) => `So könntest du es sagen:\n\n- **${text}**\n\nBis wann möchtest du das schaffen?`,
  en: (text: string) => `You could say it like this:\n\n- **${text}**\n\nBy when do you want to have done it?`,
} as const;

/** By the language that the fixed text asks for. */
const asked: readonly (readonly [RegExp, keyof typeof frames])[] = [
  [/\bin Dutch\b/, 'nl'],
  [/\bin French\b/, 'fr'],
  [/\bin German\b/, 'de'],
  [/\bin British English\b/, 'en'],
];

export function answerTo(messages: readonly Spoken[]): string {
  const system = messages.find(({ role }) => role === 'system')?.content ?? '';
  const typed = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const text = typed.replaceAll('"""', '').replace(/\s+/gu, ' ').trim();
  const language = asked.find(([pattern]) => pattern.test(system))?.[1] ?? 'en';
  return frames[language](text);
}
