/** Departments, and what people in them are called in their own language. */
import type { SandboxLanguage } from './model.ts';
import type { Gender } from './names.ts';

/** From the top down; who has nobody to lead is senior, staff or junior. */
export type Level = 'director' | 'head' | 'lead' | 'senior' | 'staff' | 'junior';

/** A word that is the same for everybody, or one for women and one for men. */
type Gendered = string | readonly [woman: string, man: string];

interface Wording {
  readonly area: string;
  readonly job: Gendered;
}

export interface Department {
  readonly name: string;
  readonly weight: number;
  readonly words: Readonly<Record<SandboxLanguage, Wording>>;
}

function department(name: string, weight: number, words: Readonly<Record<SandboxLanguage, Wording>>): Department {
  return { name, weight, words };
}

export const departments: readonly Department[] = [
  department('Production', 22, {
    nl: { area: 'Productie', job: 'operator' },
    fr: { area: 'Production', job: ['opératrice', 'opérateur'] },
    de: { area: 'Produktion', job: ['Maschinenführerin', 'Maschinenführer'] },
    en: { area: 'Production', job: 'machine operator' },
  }),
  department('Engineering', 15, {
    nl: { area: 'Engineering', job: 'ingenieur' },
    fr: { area: 'Ingénierie', job: ['ingénieure', 'ingénieur'] },
    de: { area: 'Technik', job: ['Ingenieurin', 'Ingenieur'] },
    en: { area: 'Engineering', job: 'engineer' },
  }),
  department('Research and Development', 9, {
    nl: { area: 'Onderzoek en Ontwikkeling', job: 'onderzoeker' },
    fr: { area: 'Recherche et Développement', job: ['chercheuse', 'chercheur'] },
    de: { area: 'Forschung und Entwicklung', job: ['Forscherin', 'Forscher'] },
    en: { area: 'Research and Development', job: 'researcher' },
  }),
  department('Quality', 5, {
    nl: { area: 'Kwaliteit', job: 'kwaliteitsmedewerker' },
    fr: { area: 'Qualité', job: 'responsable qualité' },
    de: { area: 'Qualität', job: ['Qualitätsprüferin', 'Qualitätsprüfer'] },
    en: { area: 'Quality', job: 'quality officer' },
  }),
  department('Supply Chain', 9, {
    nl: { area: 'Logistiek', job: 'logistiek planner' },
    fr: { area: 'Logistique', job: ['planificatrice logistique', 'planificateur logistique'] },
    de: { area: 'Logistik', job: ['Logistikplanerin', 'Logistikplaner'] },
    en: { area: 'Supply Chain', job: 'logistics planner' },
  }),
  department('Sales', 10, {
    nl: { area: 'Verkoop', job: 'accountmanager' },
    fr: { area: 'Ventes', job: ['chargée de clientèle', 'chargé de clientèle'] },
    de: { area: 'Vertrieb', job: ['Kundenberaterin', 'Kundenberater'] },
    en: { area: 'Sales', job: 'account manager' },
  }),
  department('Marketing', 4, {
    nl: { area: 'Marketing', job: 'marketeer' },
    fr: { area: 'Marketing', job: ['chargée de marketing', 'chargé de marketing'] },
    de: { area: 'Marketing', job: ['Marketingreferentin', 'Marketingreferent'] },
    en: { area: 'Marketing', job: 'marketing officer' },
  }),
  department('Customer Service', 7, {
    nl: { area: 'Klantendienst', job: 'klantenadviseur' },
    fr: { area: 'Service clients', job: ['conseillère clientèle', 'conseiller clientèle'] },
    de: { area: 'Kundendienst', job: ['Kundenbetreuerin', 'Kundenbetreuer'] },
    en: { area: 'Customer Service', job: 'customer adviser' },
  }),
  department('Finance', 5, {
    nl: { area: 'Financiën', job: 'financieel analist' },
    fr: { area: 'Finances', job: 'analyste financier' },
    de: { area: 'Finanzen', job: ['Finanzanalystin', 'Finanzanalyst'] },
    en: { area: 'Finance', job: 'financial analyst' },
  }),
  department('IT', 6, {
    nl: { area: 'IT', job: 'systeemingenieur' },
    fr: { area: 'Informatique', job: ['ingénieure système', 'ingénieur système'] },
    de: { area: 'IT', job: ['Systemingenieurin', 'Systemingenieur'] },
    en: { area: 'IT', job: 'systems engineer' },
  }),
  department('People and Culture', 4, {
    nl: { area: 'Mens en Cultuur', job: 'HR-adviseur' },
    fr: { area: 'Ressources humaines', job: ['conseillère RH', 'conseiller RH'] },
    de: { area: 'Personal und Kultur', job: ['Personalreferentin', 'Personalreferent'] },
    en: { area: 'People and Culture', job: 'HR adviser' },
  }),
  department('Legal and Compliance', 2, {
    nl: { area: 'Juridische zaken', job: 'jurist' },
    fr: { area: 'Affaires juridiques', job: 'juriste' },
    de: { area: 'Recht und Compliance', job: ['Juristin', 'Jurist'] },
    en: { area: 'Legal and Compliance', job: 'legal counsel' },
  }),
  department('Facilities', 2, {
    nl: { area: 'Facilitaire diensten', job: 'facilitair medewerker' },
    fr: { area: 'Services généraux', job: ['agente des services généraux', 'agent des services généraux'] },
    de: { area: 'Gebäudedienste', job: ['Haustechnikerin', 'Haustechniker'] },
    en: { area: 'Facilities', job: 'facilities officer' },
  }),
];

const patterns: Readonly<Record<SandboxLanguage, Readonly<Record<Level, Gendered>>>> = {
  nl: {
    director: 'Directeur {area}',
    head: 'Hoofd {area}',
    lead: 'Teamleider {area}',
    senior: 'Senior {job}',
    staff: '{job}',
    junior: 'Junior {job}',
  },
  fr: {
    director: ['Directrice {area}', 'Directeur {area}'],
    head: 'Responsable {area}',
    lead: ["Cheffe d'équipe {area}", "Chef d'équipe {area}"],
    senior: '{job} senior',
    staff: '{job}',
    junior: '{job} junior',
  },
  de: {
    director: ['Direktorin {area}', 'Direktor {area}'],
    head: ['Leiterin {area}', 'Leiter {area}'],
    lead: ['Teamleiterin {area}', 'Teamleiter {area}'],
    senior: 'Senior-{job}',
    staff: '{job}',
    junior: 'Junior-{job}',
  },
  en: {
    director: 'Director, {area}',
    head: 'Head of {area}',
    lead: 'Team lead, {area}',
    senior: 'Senior {job}',
    staff: '{job}',
    junior: 'Junior {job}',
  },
};

export function jobTitleOf(of: Department, level: Level, language: SandboxLanguage, gender: Gender): string {
  const { area, job } = of.words[language];
  const title = spoken(patterns[language][level], gender).replace('{area}', area).replace('{job}', spoken(job, gender));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function spoken(word: Gendered, gender: Gender): string {
  if (typeof word === 'string') return word;
  return gender === 'female' ? word[0] : word[1];
}

export function departmentNamed(name: string): Department {
  const found = departments.find((each) => each.name === name);
  if (!found) throw new RangeError(`no department ${name}`);
  return found;
}
