/** The pictures as clients of chat show them: an address that holds the whole PNG, so that a card needs nothing from outside. */
import type { CardElement } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import { say } from '../words.ts';
import drawn from './content/thanks-pictures.json' with { type: 'json' };
import type { PictureName } from './model.ts';

export const pngOf = (name: PictureName): string => `data:image/png;base64,${drawn[name]}`;

export function pictureElement(language: Language, name: PictureName): CardElement {
  return { type: 'Image', url: pngOf(name), altText: say(language, `picture.${name}`), size: 'Stretch' };
}
