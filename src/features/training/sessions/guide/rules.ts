/** How a supervision circle goes, for whoever hosts it: six steps, written for people without training in it, in four languages. */
import { z } from 'zod';
import type { Language } from '../../../../platform/words.ts';
import supervision from '../content/guide-supervision.json' with { type: 'json' };
import type { GuideText } from '../model.ts';

const words = (most: number) => {
  const one = z.string().trim().min(1).max(most);
  return z.strictObject({ nl: one, fr: one, de: one, en: one });
};

export const steps = z
  .array(z.strictObject({ title: words(60), text: words(700) }))
  .min(4)
  .max(8)
  .parse(supervision);

export const guideIn = (language: Language): GuideText =>
  steps.map(({ title, text }) => ({ title: title[language], text: text[language] }));
