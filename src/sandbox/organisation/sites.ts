/** Where the organisation works, and which languages are spoken there. */
import type { SandboxLanguage } from './model.ts';

export type Locale = 'nl-BE' | 'fr-BE' | 'de-BE' | 'nl-NL' | 'fr-FR' | 'en-GB';

export interface Site {
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly usageLocation: 'BE' | 'NL' | 'FR';
  readonly ianaZone: string;
  readonly windowsZone: string;
  readonly weight: number;
  readonly locales: readonly { readonly locale: Locale; readonly weight: number }[];
}

const belgium = {
  country: 'Belgium',
  usageLocation: 'BE',
  ianaZone: 'Europe/Brussels',
  windowsZone: 'Romance Standard Time',
} as const;
const netherlands = {
  country: 'Netherlands',
  usageLocation: 'NL',
  ianaZone: 'Europe/Amsterdam',
  windowsZone: 'W. Europe Standard Time',
} as const;
const france = {
  country: 'France',
  usageLocation: 'FR',
  ianaZone: 'Europe/Paris',
  windowsZone: 'Romance Standard Time',
} as const;

const flemish = [
  { locale: 'nl-BE', weight: 88 },
  { locale: 'fr-BE', weight: 5 },
  { locale: 'en-GB', weight: 7 },
] as const;
const dutch = [
  { locale: 'nl-NL', weight: 88 },
  { locale: 'en-GB', weight: 12 },
] as const;
const french = [
  { locale: 'fr-FR', weight: 93 },
  { locale: 'en-GB', weight: 7 },
] as const;

export const sites: readonly Site[] = [
  { name: 'Ghent', city: 'Gent', ...belgium, weight: 24, locales: flemish },
  {
    name: 'Brussels',
    city: 'Bruxelles',
    ...belgium,
    weight: 20,
    locales: [
      { locale: 'fr-BE', weight: 52 },
      { locale: 'nl-BE', weight: 36 },
      { locale: 'en-GB', weight: 12 },
    ],
  },
  { name: 'Antwerp', city: 'Antwerpen', ...belgium, weight: 10, locales: flemish },
  {
    name: 'Liège',
    city: 'Liège',
    ...belgium,
    weight: 12,
    locales: [
      { locale: 'fr-BE', weight: 92 },
      { locale: 'de-BE', weight: 4 },
      { locale: 'en-GB', weight: 4 },
    ],
  },
  {
    name: 'Eupen',
    city: 'Eupen',
    ...belgium,
    weight: 5,
    locales: [
      { locale: 'de-BE', weight: 88 },
      { locale: 'fr-BE', weight: 12 },
    ],
  },
  { name: 'Utrecht', city: 'Utrecht', ...netherlands, weight: 10, locales: dutch },
  { name: 'Rotterdam', city: 'Rotterdam', ...netherlands, weight: 7, locales: dutch },
  { name: 'Lille', city: 'Lille', ...france, weight: 7, locales: french },
  { name: 'Lyon', city: 'Lyon', ...france, weight: 5, locales: french },
];

export function siteNamed(name: string): Site {
  const site = sites.find((each) => each.name === name);
  if (!site) throw new RangeError(`no site ${name}`);
  return site;
}

export function languageOf(locale: Locale): SandboxLanguage {
  const languages = {
    'nl-BE': 'nl',
    'nl-NL': 'nl',
    'fr-BE': 'fr',
    'fr-FR': 'fr',
    'de-BE': 'de',
    'en-GB': 'en',
  } as const;
  return languages[locale];
}
