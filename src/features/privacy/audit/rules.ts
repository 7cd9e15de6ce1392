/** What a coordinator sees of an entry of the audit log: what and when, and of who did it only whether it was the reader, a colleague or the product. */
import type { AuditEntry } from '../../../platform/audit.ts';
import { deeds } from '../../../platform/audit/deeds.ts';
import { details, type AuditLine } from './model.ts';

/** That somebody was forgotten is for nobody: beside the list of a programme it would say who. */
const hidden: readonly string[] = ['erasure', 'erasure.undone'];

export const isShown = ({ what }: Pick<AuditEntry, 'what'>): boolean => !hidden.includes(what);

/** `team`: the pseudonyms of who coordinates the programme now. */
export function lineOf(entry: AuditEntry, team: ReadonlySet<string>, reader: string): AuditLine {
  const { number, at } = entry;
  const detail = detailOf(entry.outcome);
  return {
    ...{ number, at, what: deeds.find((one) => one === entry.what) ?? 'other' },
    ...(detail ? { detail } : {}),
    who: actorOf(entry.who, team, reader),
  };
}

function actorOf(who: string, team: ReadonlySet<string>, reader: string): AuditLine['who'] {
  if (who === reader) return 'you';
  if (who === 'product') return 'product';
  return team.has(who) ? 'coordinator' : 'somebody';
}

/** An outcome says more than what is shown: which side, which course, how many. */
function detailOf(outcome: string): AuditLine['detail'] {
  const [, yesOrNo] = /^(?:mentee|mentor)-(yes|no)$/.exec(outcome) ?? [];
  const [, change] = /^(?:mentee|mentor) (added|taken out) /.exec(outcome) ?? [];
  const word = yesOrNo ?? change?.replace(' ', '-') ?? outcome;
  return details.find((one) => one === word);
}
