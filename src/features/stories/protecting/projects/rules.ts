/** Projects, committees and teams by their own name, and firms that are known: who was there is easily found. */
import type { Language } from '../../../../platform/words.ts';
import instead from '../content/instead.json' with { type: 'json' };
import firms from '../content/firms.json' with { type: 'json' };
import type { Spot } from '../model.ts';

const own = '[“"„«»‘]?(?:\\p{Lu}[\\p{L}\\p{N}-]{2,24})(?: \\p{Lu}[\\p{L}\\p{N}-]{2,24})?[”"“»’]?';
const named: Readonly<Record<Language, string>> = {
  nl: `(?:[Pp]roject|[Ww]erkgroep|[Ss]tuurgroep|[Tt]askforce|[Cc]omité|[Ii]nitiatief|[Tt]eam|[Pp]lan|[Pp]rogramma|[Oo]peratie|[Cc]ampagne) ${own}|\\p{Lu}[\\p{L}]{2,20}-(?:project|team|groep|werkgroep|comité)(?!\\p{L})`,
  fr: `(?:[Pp]rojet|[Gg]roupe de travail|[Cc]omité|[Tt]ask ?force|[Ii]nitiative|[Éé]quipe|[Cc]hantier|[Pp]rogramme|[Pp]lan|[Oo]pération|[Cc]ampagne) ${own}|[Cc]ertification \\p{Lu}{2,}|(?:le |du )(?:barrage|pont|tunnel|contrat|marché) (?:de |d[’'])\\p{Lu}[\\p{L}-]{2,24}`,
  de: `(?:Projekts?|Projekte[ns]|Arbeitsgruppe|Lenkungskreis|Taskforce|Initiative|Arbeitskreis|Programm|Aktion|Kampagne) ${own}|(?:Team|Gruppe|Schicht) (?:Amsel|Adler|Falke|Fuchs|Wolf|Bär|Löwe|Blau|Rot|Grün|Gelb|Nord|Süd|Ost|West|Nacht|Früh|Spät|Alpha|Beta|Gamma|Delta|[A-Z]|\\d{1,2})(?!\\p{L})|\\p{Lu}[\\p{L}]{2,20}-(?:Projekt|Team|Gruppe|Komitee)(?!\\p{L})`,
  en: `(?:[Pp]roject|[Tt]ask ?force|[Cc]ommittee|[Tt]eam) ${own}|(?<=\\b[Tt]he )\\p{Lu}[\\p{L}]{2,24}(?: \\p{Lu}[\\p{L}]{2,24})?(?: (?:steering|working))? (?:bid|turbine|tender|rollout|upgrade|migration|contract|campaign|pipeline|refit|project|committee|task ?force|initiative|working group|group|team)(?!\\p{L})`,
};
/** What a project is in a sentence of its own, and names of programmes like ours. */
const usual =
  /(?:^|\s|[“"„«])(?:Mentor\p{L}*|Mentee\p{L}*|Tandem|Teams?|HR|IT|Lead|Leader|Manager|Leiter\p{L}*|Anfang|Ende|Mitte|Leitung|Management|Microsoft|Outlook|Excel|Engineering|Finance|Sales|Marketing|Legal|Quality|Production|Facilities|Supply|Customer|People|Research|Agile|Scrum|Plan\p{L}*|Board|D&I|Inclusi\p{L}*|Divers\p{L}*|Feedback)(?!\p{L})/u;

/** "Team Amsel" is no team of ours by its first word. */
const kindOf = /^(?:[Tt]eam|[Pp]lan|[Pp]rogramma?|Programme?) /u;

const patterns = {
  ...{ nl: patternOf(named.nl), fr: patternOf(named.fr), de: patternOf(named.de), en: patternOf(named.en) },
};
function patternOf(source: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${source})`, 'gu');
}
const firm = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${firms.names.split(';').join('|')})(?![\\p{L}])`, 'gu');
const joined: Readonly<Record<Language, RegExp>> = {
  nl: /(?:bij|van|voor|naar)\s$/iu,
  fr: /(?:chez|de|pour|à|par)\s$|d[’']$/iu,
  de: /(?:bei|von|zu|für|beim)\s$/iu,
  en: /(?:at|from|for|by|left|joined)\s$/iu,
};

export function projectsIn(text: string, language: Language): Spot[] {
  const { group, place } = instead[language];
  const projects = [...text.matchAll(patterns[language])].filter(([words]) => !usual.test(words.replace(kindOf, '')));
  // After "at" or "from" it is where somebody worked; else it may be what everybody uses.
  const employers = [...text.matchAll(firm)].filter(({ index }) =>
    joined[language].test(text.slice(Math.max(0, index - 8), index)),
  );
  return [
    ...projects.map((one): Spot => ({
      kind: 'small-group',
      why: 'project',
      from: one.index,
      to: one.index + one[0].length,
      instead: [group.project],
    })),
    ...employers.map((one): Spot => ({
      kind: 'unique',
      why: 'employer',
      from: one.index,
      to: one.index + one[0].length,
      instead: [place.employer],
    })),
  ];
}
