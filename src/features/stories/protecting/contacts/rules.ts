/** Addresses and numbers by which somebody can be reached or looked up. */
import type { Spot } from '../model.ts';

const patterns = [
  ['mail', /[\p{L}\p{N}._%+-]{1,64}\s?@\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu],
  ['link', /(?:https?:\/\/|www\.)[^\s<>()]{2,200}/giu],
  [
    'link',
    /(?<![\p{L}\p{N}.@/-])[\p{L}\p{N}-]{2,40}(?:\.[\p{L}\p{N}-]{2,40}){0,3}\.(?:com|org|net|be|nl|fr|de|eu|io|info|lu|example)(?:\/[^\s<>()]{0,200})?(?![\p{L}\p{N}])/giu,
  ],
  ['link', /(?<![\p{L}\p{N}@])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{2,40}/gu],
  ['phone', /(?<![\p{L}\p{N}])(?:\+|00|\(0|0)\s?\d(?:[\s./()-]{0,2}\d){7,13}(?![\p{L}\p{N}])/gu],
  [
    'phone',
    /(?<![\p{L}\p{N}])(?:ext|extension|intern|interne|binnenlijn|doorkiesnummer|dect|kurzwahl|klappe|pager|bleep|bieper|piepser|bip|toestel|poste|durchwahl|apparaat|apparat|nebenstelle|tel|gsm|phone|mobile|handy)\.?\s?(?:nr|n°|no|nummer)?\.?\s?:?\s?\d{3,6}(?!\d)/giu,
  ],
  [
    'link',
    /(?<=(?<!\p{L})(?:snap|snapchat|insta|instagram|discord|tiktok|telegram|twitter|strava|twitch|bluesky|mastodon|linkedin|facebook|skype|steam|xing)(?: (?:name|naam|handle|nick|account|pseudo|user))?\s?(?:is|:|=|heet|heißt|ist|c[’']est|est|as|als|onder|unter|sous)\s)[\p{L}\p{N}][\p{L}\p{N}_.#-]{2,30}[\p{L}\p{N}]/giu,
  ],
  ['number', /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[\s-]?[A-Z0-9]{4}){2,8}(?![\p{L}\p{N}])/gu],
  ['number', /(?<![\p{L}\p{N}.,])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/gu],
  [
    'number',
    /(?:personeelsnummer|stamnummer|matricule|personalnummer|staff number|employee number|badge|badgenummer|nummerplaat|plaque|kennzeichen|registration)\s?(?:is|nr|n°|no|number|nummer|:)?\.?\s?[A-Z0-9-]{3,12}\d/giu,
  ],
] as const;

export function contactsIn(text: string): Spot[] {
  return patterns.flatMap(([why, pattern]) =>
    [...text.matchAll(pattern)].map((one): Spot => ({
      kind: 'contact',
      why,
      from: one.index,
      to: one.index + one[0].trimEnd().length,
      isSure: true,
      instead: [''],
    })),
  );
}
