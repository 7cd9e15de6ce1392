/**
 * What an answer of the Teams connector means for whoever sends, by its status and its code. Source: Microsoft Learn, "Messages
 * in bot conversations", status code responses and retry guidance; what is not in that table is taken with care.
 */
import type { UndeliverableReason } from './delivery.ts';

export type Outcome =
  | { readonly is: 'done' }
  /** It was not taken; asking again may help, when the service says or after a while. */
  | { readonly is: 'again' }
  /** It may have been taken or not: at most one more try. */
  | { readonly is: 'unknown' }
  /** Something of ours is out of date: mended once, then tried again at once. */
  | { readonly is: 'repair'; readonly by: 'new-chat' | 'install' }
  /** Nothing that we do by ourselves will help. */
  | { readonly is: 'final'; readonly reason: UndeliverableReason };

const final = (reason: UndeliverableReason): Outcome => ({ is: 'final', reason });

/** Codes that decide by themselves, whatever else stands beside them. */
const byCode: Readonly<Record<string, Outcome>> = {
  '401 botnotregistered': final('refused'),
  '403 botdisabledbyadmin': final('disabled-by-admin'),
  '403 botnotinconversationroster': final('not-installed'),
  '403 conversationblockedbyuser': final('blocked'),
  '403 messagewritesblocked': final('blocked'),
  '403 forbiddenoperationexception': { is: 'repair', by: 'install' },
  '403 invalidbotapihost': final('refused'),
  '403 notenoughpermissions': final('not-permitted'),
  '404 activitynotfoundinconversation': final('message-gone'),
  '404 conversationnotfound': { is: 'repair', by: 'new-chat' },
};

const byStatus: Readonly<Record<number, Outcome>> = {
  401: { is: 'again' },
  403: final('blocked'),
  404: { is: 'repair', by: 'new-chat' },
  408: { is: 'again' },
  409: { is: 'again' },
  412: { is: 'again' },
  413: final('card-too-large'),
  425: { is: 'again' },
  429: { is: 'again' },
  502: { is: 'again' },
  503: { is: 'again' },
  504: { is: 'again' },
};

/** `codes` are the words of the answer, separated by blanks; case does not matter. */
export function outcomeOf(status: number, codes: string): Outcome {
  if (status >= 200 && status < 300) return { is: 'done' };
  const words = codes.toLowerCase().split(/\s+/);
  if (status < 500 && words.some((word) => /toobig|toolarge/.test(word))) return final('card-too-large');
  for (const word of words) {
    const known = byCode[`${status} ${word}`];
    if (known) return known;
  }
  const known = byStatus[status];
  if (known) return known;
  return status >= 400 && status < 500 ? final('refused') : { is: 'unknown' };
}
