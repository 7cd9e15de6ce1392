/** What the coordinators of the sandbox wrote: the texts of their survey's decision, their programmes and their calls. */
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
      { text: 'Duo’s zien elkaar elke maand', measure: 'Aandeel duo’s met een afspraak per maand', target: '80 %' },
    ],
    language: 'nl',
  },
  words: {
    nl: 'We zochten dit samen uit met het netwerk voor nieuwkomers. Doe mee als je zin hebt, als mentee of als mentor.',
    fr: 'Nous l’avons préparé avec le réseau des nouveaux collègues. Participe si tu en as envie, comme mentoré·e ou mentor·e.',
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
  },
  words: { fr: 'Dix mois, une heure par mois, et quelqu’un qui t’écoute.' },
  menteesFrom: 'Project Horizon',
  mentorsFrom: ['Facilities'],
};
