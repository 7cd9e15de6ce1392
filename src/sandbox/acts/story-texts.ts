/** What the coordinators of the sandbox wrote: the texts of their survey's decision, their programmes and their calls. */
import { readyGoal } from '../../features/programmes/goals/rules.ts';
import type { ProgrammeDraft } from '../../features/programmes/model.ts';

export interface ProgrammeText {
  readonly draft: Omit<ProgrammeDraft, 'startsOn' | 'endsOn' | 'surveyId'>;
  readonly words: Readonly<Record<string, string>>;
  /** The name of a group in the directory. */
  readonly menteesFrom: string;
  readonly mentorsFrom: readonly string[];
}

export const survey = {
  department: 'Finance',
  why: 'Bijna iedereen wil er tijd voor maken, en de directie staat erachter. We beginnen klein en goed, met de nieuwe collega’s.',
} as const;

export const findingTexts = {
  decided: {
    from: 'Groepsgesprek met mentoren',
    said: 'We willen meer tijd om elkaar te leren kennen voor we aan doelen werken.',
  },
  decision: {
    ...{ choice: 'change', why: 'Bijna iedereen in het gesprek zei het, en het kost weinig.' },
    what: 'de gids voor het eerste gesprek begint met een kwartier kennismaking.',
  },
  who: 'Ploeg Leren en ontwikkelen',
  open: { from: 'Korte babbel met drie mentees', said: 'Afspraken vallen vaak in de drukste week van de maand.' },
} as const;

export const oldProgramme: ProgrammeText = {
  draft: {
    name: 'Samen groeien',
    forWhom: 'Collega’s die de laatste drie jaar bij ons begonnen en hun weg in het bedrijf zoeken.',
    why: 'Wie nieuw is, kent nog weinig mensen en krijgt daardoor minder kansen. Een gesprek per maand met iemand die de weg kent, maakt een verschil.',
    howChosen: 'Iedereen in het netwerk voor nieuwkomers en iedereen in Finance en Legal krijgt deze uitnodiging.',
    goals: [
      {
        text: 'Mentees zien meer mogelijkheden voor hun loopbaan',
        measure: 'Aandeel dat akkoord gaat op het einde',
        target: '70 %',
      },
      readyGoal('nl', 'pairs-meet'),
      readyGoal('nl', 'more-options'),
      readyGoal('nl', 'fair-chance'),
      readyGoal('nl', 'open-doors'),
    ],
    language: 'nl',
    translations: {
      fr: {
        forWhom:
          'Les collègues qui nous ont rejoints ces trois dernières années et qui cherchent leurs repères dans l’entreprise.',
        why: 'Quand on est nouveau ou nouvelle, on connaît peu de monde et on a donc moins de chances. Un échange par mois avec une personne qui connaît la maison fait la différence.',
        howChosen:
          'Tout le réseau des nouveaux collègues et toutes les personnes de Finance et de Legal reçoivent cette invitation.',
      },
      de: {
        forWhom:
          'Kolleginnen und Kollegen, die in den letzten drei Jahren zu uns kamen und ihren Weg im Unternehmen suchen.',
        why: 'Wer neu ist, kennt noch wenige Menschen und bekommt dadurch weniger Chancen. Ein Treffen im Monat mit jemandem, der den Weg kennt, macht einen Unterschied.',
        howChosen: 'Alle im Netzwerk für Neue und alle in Finance und Legal bekommen diese Einladung.',
      },
      en: {
        forWhom: 'Colleagues who joined us in the last three years and are finding their way in the company.',
        why: 'Whoever is new knows few people yet, and so gets fewer chances. A talk a month with somebody who knows the way makes a difference.',
        howChosen: 'Everybody in the newcomers network and everybody in Finance and Legal gets this invitation.',
      },
    },
  },
  words: {
    nl: 'We zochten dit samen uit met het netwerk voor nieuwkomers. Doe mee als je zin hebt, als mentee of als mentor.',
    fr: 'Nous l’avons préparé avec le réseau des nouveaux collègues. Participe si tu en as envie, comme mentee ou mentor·e.',
    de: 'Wir haben das mit dem Netzwerk der neuen Kolleginnen und Kollegen vorbereitet. Mach mit, als Mentee oder als Mentor:in.',
    en: 'We prepared this together with the newcomers network. Join if you feel like it, as a mentee or as a mentor.',
  },
  menteesFrom: 'Newcomers network',
  mentorsFrom: ['Finance', 'Legal and Compliance'],
};

export const newProgramme: ProgrammeText = {
  draft: {
    name: 'Un pas plus loin',
    forWhom: 'Les collègues qui aimeraient un jour diriger une équipe et n’ont pas encore osé le demander.',
    why: 'Dans nos équipes de direction, beaucoup de voix manquent encore. Le mentorat aide à faire le premier pas.',
    howChosen: 'Toutes les personnes de Facilities et du projet Horizon reçoivent cette invitation.',
    goals: [
      {
        text: 'Les mentorés postulent à un rôle de responsable',
        measure: 'Nombre de candidatures internes',
        target: '10',
      },
    ],
    language: 'fr',
    translations: {
      nl: {
        forWhom: 'Collega’s die ooit een team willen leiden en het nog niet durfden te vragen.',
        why: 'In onze directieteams ontbreken nog veel stemmen. Mentoring helpt om de eerste stap te zetten.',
        howChosen: 'Iedereen van Facilities en van project Horizon krijgt deze uitnodiging.',
      },
      en: {
        forWhom: 'Colleagues who would like to lead a team one day and have not dared to ask yet.',
        why: 'In our leading teams many voices are still missing. Mentoring helps to take the first step.',
        howChosen: 'Everybody in Facilities and in project Horizon gets this invitation.',
      },
    },
  },
  words: {
    fr: 'Dix mois, une heure par mois, et quelqu’un qui t’écoute.',
    nl: 'Tien maanden, een uur per maand, en iemand die naar je luistert.',
    en: 'Ten months, an hour a month, and somebody who listens to you.',
  },
  menteesFrom: 'Project Horizon',
  mentorsFrom: ['Facilities'],
};

export const privateTalk = {
  line: { name: 'Arbeidsgeneeskunde · Médecine du travail', reach: '+32 2 555 01 23', country: 'BE' },
  wish: {
    ...{ how: { way: 'phone', contact: '+32 470 55 01 23' }, halves: ['tuesday-morning', 'thursday-afternoon'] },
    ...{ avoid: ['desk', 'message'], speak: 'nl', chatIsSafe: false },
  },
} as const;
