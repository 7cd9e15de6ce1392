/** What becomes of an agreement when the two write it, whose signature it waits for, and when it is time to look at it again. */
import { day } from '../../../platform/clock.ts';
import type { Language } from '../../../platform/words.ts';
import de from './content/agreement-de.json' with { type: 'json' };
import en from './content/agreement-en.json' with { type: 'json' };
import fr from './content/agreement-fr.json' with { type: 'json' };
import nl from './content/agreement-nl.json' with { type: 'json' };
import { agreementParts, revisitDays } from './model.ts';
import type { Agreement, AgreementDraft, AgreementHelp, AgreementPart, AgreementView, SeenVersion } from './model.ts';

const content: Readonly<Record<Language, Readonly<Record<AgreementPart, AgreementHelp>>>> = { nl, fr, de, en };

export function helpIn(language: Language): AgreementView['help'] {
  return agreementParts.map((part) => ({ part, ...content[language][part] }));
}

export interface Writing {
  readonly pairId: string;
  readonly by: string;
  readonly at: number;
}

/**
 * The next version; `same` where nothing is new. `taken`: parts that the other has changed since, otherwise than this one wrote: they
 * are not touched, and neither is the rest. Parts that only one of the two changed are put together.
 */
export function written(
  last: Agreement | undefined,
  draft: AgreementDraft,
  { pairId, by, at }: Writing,
): { readonly next: Agreement } | { readonly taken: AgreementPart[] } | 'same' {
  const known = new Map((last?.parts ?? []).map((one) => [one.part, one]));
  const wanted = draft.parts.filter(({ part, text }) => (known.get(part)?.text ?? '') !== text);
  const taken = wanted.filter(({ part, base }) => sinceOf(last, part) !== base).map(({ part }) => part);
  if (taken.length > 0) return { taken };
  if (wanted.length === 0) return 'same';
  const version = (last?.version ?? 0) + 1;
  const anew = new Map(wanted.map(({ part, text }) => [part, { part, text, by, since: version }]));
  const parts = agreementParts
    .flatMap((part) => anew.get(part) ?? known.get(part) ?? [])
    .filter(({ text }) => text !== '');
  return { next: { pairId, version, parts, by, at, signed: [] } };
}

const sinceOf = (one: Agreement | undefined, wanted: AgreementPart): number =>
  one?.parts.find(({ part }) => part === wanted)?.since ?? 0;

export function isSignedByBoth({ signed }: Pick<Agreement, 'signed'>): boolean {
  return signed.length === 2;
}

/** Since when it has held without anybody looking at it; nothing while a signature is missing. */
function heldSince({ signed, lookedAt = 0 }: Agreement): number | undefined {
  return isSignedByBoth({ signed }) ? Math.max(lookedAt, ...signed.map(({ at }) => at)) : undefined;
}

/** Time to look at it again. */
export function isDue(one: Agreement, now: number): boolean {
  const since = heldSince(one);
  return since !== undefined && now - since >= revisitDays * day;
}

/** The partner signed this version, and this reader did not. */
export function waitsForSignature({ signed }: Agreement, reader: string): boolean {
  return signed.length === 1 && signed[0]?.personId !== reader;
}

export function seenBy(reader: string, { version, parts, at, signed }: Agreement): SeenVersion {
  const mine = signed.find(({ personId }) => personId === reader);
  const theirs = signed.find(({ personId }) => personId !== reader);
  return {
    ...{ version, changedAt: at },
    parts: parts.map(({ part, text, by, since }) => ({ part, text, mine: by === reader, since })),
    ...(mine ? { mineAt: mine.at } : {}),
    ...(theirs ? { theirsAt: theirs.at } : {}),
  };
}
