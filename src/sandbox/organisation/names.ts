/** Names from a library, by language, with the mixture of origins that a large organisation in these countries has. */
import type { Faker } from '@faker-js/faker';
import { faker as austrian } from '@faker-js/faker/locale/de_AT';
import { faker as belgianFrench } from '@faker-js/faker/locale/fr_BE';
import { faker as british } from '@faker-js/faker/locale/en_GB';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { faker as flemish } from '@faker-js/faker/locale/nl_BE';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as italian } from '@faker-js/faker/locale/it';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as portuguese } from '@faker-js/faker/locale/pt_PT';
import { faker as senegalese } from '@faker-js/faker/locale/fr_SN';
import { faker as turkish } from '@faker-js/faker/locale/tr';
import type { Random } from './random.ts';
import type { Locale } from './sites.ts';

export type Gender = 'female' | 'male';

export interface PersonName {
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly displayName: string;
}

interface Origin {
  readonly first: Faker;
  readonly last: Faker;
  readonly weight: number;
}

const elsewhere: readonly Origin[] = [
  { first: turkish, last: turkish, weight: 5 },
  { first: italian, last: italian, weight: 5 },
  { first: polish, last: polish, weight: 3 },
  { first: portuguese, last: portuguese, weight: 2 },
  { first: senegalese, last: senegalese, weight: 3 },
];

const origins: Readonly<Record<Locale, readonly Origin[]>> = {
  'nl-BE': [
    { first: flemish, last: flemish, weight: 58 },
    { first: dutch, last: flemish, weight: 16 },
    { first: flemish, last: dutch, weight: 10 },
    ...elsewhere,
  ],
  // The surnames of the library's Belgian French are American for the most part.
  'fr-BE': [
    { first: belgianFrench, last: french, weight: 62 },
    { first: french, last: flemish, weight: 20 },
    ...elsewhere,
  ],
  'de-BE': [{ first: german, last: austrian, weight: 80 }, { first: german, last: french, weight: 12 }, ...elsewhere],
  'nl-NL': [{ first: dutch, last: dutch, weight: 82 }, ...elsewhere],
  'fr-FR': [{ first: french, last: french, weight: 82 }, ...elsewhere],
  'en-GB': [{ first: british, last: british, weight: 40 }, ...elsewhere],
};

const everyLibrary = [
  austrian,
  belgianFrench,
  british,
  dutch,
  flemish,
  french,
  german,
  italian,
  polish,
  portuguese,
  senegalese,
  turkish,
];

/** The libraries are shared in the process: each generation seeds them anew before it asks for the first name. */
export function seedNames(seed: number): void {
  for (const library of everyLibrary) library.seed(seed);
}

export function nameFor(locale: Locale, gender: Gender, random: Random): PersonName {
  const origin = random.weighted(origins[locale]);
  const givenName = origin.first.person.firstName(gender);
  const surname = origin.last.person.lastName(gender);
  return { givenName, surname, displayName: `${givenName} ${surname}` };
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
};

/** A name as it stands in an address: no accents, no spaces; an apostrophe stays, as Entra ID allows it. */
export function addressPart(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßøłıæœđ]/gu, (letter) => letters[letter] ?? '')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[^a-z0-9'-]/gu, '');
}

/** Hands out addresses, each once: the second Lotte Janssens is lotte.janssens2. */
export function createAddresses(domain: string): (name: PersonName) => string {
  const taken = new Map<string, number>();
  return ({ givenName, surname, displayName }) => {
    const parts = givenName && surname ? [givenName, surname] : [displayName];
    const local = parts.map(addressPart).join('.').slice(0, 48);
    const times = (taken.get(local) ?? 0) + 1;
    taken.set(local, times);
    return `${local}${times === 1 ? '' : times}@${domain}`;
  };
}
