/** A call in a channel: asked for once, posted by a job, and where that is not possible shown with the reason. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Undeliverable } from '../../../platform/teams/delivery.ts';
import { coordinatedProgramme, programmeOf } from '../../programmes/usecases.ts';
import { channelCard } from '../cards.ts';
import type { CallPost, PostDraft } from '../kit/model.ts';
import { tellForm } from '../kit/rules.ts';
import { postRows } from '../kit/store.ts';
import { factsFor, kitOf } from '../kit/usecases.ts';
import { quoteOf, type Quoting } from '../quoting/usecases.ts';
import { keepSource } from '../sources/usecases.ts';
import { calls } from '../store.ts';

/** The same call stands once in a channel; one that failed is tried again. */
export async function askForPost(deps: Platform, caller: Caller, programmeId: string, draft: PostDraft): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  if (programme.stage !== 'recruit' && programme.stage !== 'match') throw new Failure('conflict', 'not-recruiting');
  const channel = (await deps.teams.channels()).find(({ channelId }) => channelId === draft.channelId);
  const { call } = await kitOf(deps, programme);
  const postId = idOf('recruitment.post', programmeId, call?.id ?? '', draft.channelId, draft.language);
  const before = await postRows.find(deps.tables, programmeId, postId);
  if (before && before.value.state !== 'failed') return;
  const now = deps.clock.now();
  const next: CallPost = {
    ...{ ...draft, state: 'waiting', at: now, by: caller.personId },
    name: channel ? `${channel.teamName} · ${channel.name}` : (before?.value.name ?? draft.channelId),
    ...(call ? { callId: call.id } : {}),
  };
  const change = before ? postRows.replace(before, next) : postRows.create(programmeId, postId, next);
  const task = { id: idOf(postId, String(now)), job: 'recruitment.post', data: { programmeId, postId } };
  await deps.outbox.commit([change], [task]).catch((error: unknown) => {
    // A second press at the same time has asked for the same.
    if (!isFailure(error, 'conflict')) throw error;
  });
}

export async function postCall(
  deps: Quoting,
  { programmeId, postId }: { readonly programmeId: string; readonly postId: string },
  taskId: string,
): Promise<void> {
  const row = await postRows.find(deps.tables, programmeId, postId);
  if (row?.value.state !== 'waiting') return;
  const { channelId, language, callId, name } = row.value;
  const programme = await programmeOf(deps, programmeId);
  const call = callId === undefined ? undefined : (await calls.find(deps.tables, programmeId, callId))?.value;
  const source = await keepSource(deps, {
    ...{ programmeId, channel: 'channel', language, name: name.slice(0, 120) },
    ...(callId === undefined ? {} : { callId }),
  });
  const kit = { ...(await kitOf(deps, programme)), call, quote: await quoteOf(deps, call) };
  const facts = factsFor(deps, kit, language, source);
  const card = channelCard(language, tellForm('channel', language, facts));
  const end = await deps.teams.postToChannel(channelId, card, { sendId: taskId, language }).then(
    ({ messageId }) => ({ state: 'posted', messageId }) as const,
    (error: unknown) => {
      if (!(error instanceof Undeliverable)) throw error;
      return { state: 'failed', reason: error.reason } as const;
    },
  );
  await deps.tables.commit([postRows.put(programmeId, postId, { ...row.value, ...end, at: deps.clock.now() })]);
}
