/** Whether a German word with a capital is a noun: by the list, by how nouns end, or as two words in one. It rather says yes. */
import { isCommonName, isUsual } from '../../lists/rules.ts';

const ends =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tat|taten|nis|nisse|nissen|ment|ments|ismus|ling|linge|tum|ik|iken|eur|eure|eurin|anz|enz|enzen|ur|uren|erin|erinnen|innen|plan|plane|zeit|zeiten|arbeit|team|teams|gesprach|gesprache|gesprachen|chen|lein|werk|werke|buch|bucher|stelle|stellen|kraft|krafte|tag|tage|tagen|jahr|jahre|jahren|leute|raum|raume|platz|platze|kurs|kurse|programm|programme|projekt|projekte|system|systeme|bereich|bereiche|leben|weg|wege|ieren|ing|ings|ler|lerin|ner|nerin|iker|ikerin|graf|grafin|ologe|ologin|essen|ende|enden|ender)$/;

const known = new Map<string, boolean>();
const mostKept = 5_000;

export function isNoun(key: string): boolean {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size > mostKept) known.clear();
  const is = isUsual(key, 'de') || (!isCommonName(key) && key.length > 5 && ends.test(key)) || isCompound(key);
  known.set(key, is);
  return is;
}

function isCompound(key: string): boolean {
  if (isCommonName(key)) return false;
  for (let cut = 3; cut <= key.length - 3; cut += 1) {
    const [head, tail] = [key.slice(0, cut), key.slice(cut)];
    if (!isWord(tail, /(?:en|er|es|e|n|s)$/)) continue;
    if (isWord(head, /(?:s|n|en|es|er)$/)) return true;
  }
  return false;
}

const isWord = (part: string, end: RegExp): boolean =>
  (part.length > 2 && isUsual(part, 'de')) || (part.length > 4 && isUsual(part.replace(end, ''), 'de'));
