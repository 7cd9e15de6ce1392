/** The buttons of an invitation. What each does can be undone with one more press. */
import { z } from 'zod';
import { cardAction, type CardAction, type Press, type Reply } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { personOf } from '../people/usecases.ts';
import { programmeOf } from '../programmes/usecases.ts';
import { answerInvitation } from './answering/usecases.ts';
import { answeredCard, inviteCard } from './cards.ts';
import type { Invitation } from './model.ts';
import { quoteOf } from './quoting/usecases.ts';
import { sourceCode } from './sources/model.ts';
import { keepSource } from './sources/usecases.ts';
import { calls } from './store.ts';
import { applyingNow, closingDayOf } from './usecases.ts';
import { say } from './inviting/words.ts';

const subject = z.object({ programmeId: id });
const inputs = z.object({});
type InvitePress = Press<z.infer<typeof subject>, z.infer<typeof inputs>>;

async function answer(deps: Platform, press: InvitePress, said: Invitation['answer']): Promise<Reply> {
  const { language, personId } = press.caller;
  const { programmeId } = press.subject;
  // Whoever was not invited learns nothing, not even whether there is such a programme.
  const { invitation, standing, hasApplied } = await answerInvitation(deps, personId, programmeId, said);
  const programme = await programmeOf(deps, programmeId);
  const closesOn = await closingDayOf(deps, programmeId);
  const applying = await applyingNow(deps, programme);
  const isOver = !closesOn || applying !== 'open';
  const joinsList = applying === 'list';
  const until = isOver ? {} : { until: closesOn };
  const { callId } = invitation;
  const { code } = await keepSource(deps, { programmeId, callId, channel: 'chat', language });
  if (isOver || standing !== 'open')
    return {
      kind: 'card',
      card: answeredCard(language, { programme, answer: standing, hasApplied, joinsList, code, ...until }),
    };
  const call = (await calls.find(deps.tables, programmeId, callId))?.value;
  if (!call) return { kind: 'message', text: say(language, 'invite.over') };
  const [from, receiver] = await Promise.all([personOf(deps, call.createdBy), personOf(deps, personId)]);
  return {
    kind: 'card',
    card: inviteCard(language, {
      programme,
      call,
      from: from.name,
      receiver,
      code,
      named: invitation.named === true,
      quote: await quoteOf(deps, call),
      ...until,
    }),
  };
}

export const recruitmentActions: readonly CardAction[] = [
  cardAction({
    ...{ verb: 'recruitment.apply', subject: subject.extend({ code: sourceCode.optional() }), inputs },
    run: (_deps, { caller, subject: { programmeId, code } }) =>
      Promise.resolve({
        ...{ kind: 'dialog', title: say(caller.language, 'dialog.title') },
        path: code === undefined ? `/programmes/${programmeId}/apply` : `/go/${code}`,
      }),
  }),
  cardAction({
    ...{ verb: 'recruitment.not-now', subject, inputs },
    run: (deps, press) => answer(deps, press, 'not-now'),
  }),
  cardAction({
    ...{ verb: 'recruitment.do-not-ask', subject, inputs },
    run: (deps, press) => answer(deps, press, 'do-not-ask'),
  }),
  cardAction({
    ...{ verb: 'recruitment.ask-again', subject, inputs },
    run: (deps, press) => answer(deps, press, undefined),
  }),
];
