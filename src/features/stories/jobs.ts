/** Asks for agreement, tells news, posts into a channel, takes away what may not stand any more. Each re-reads the story first. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { maySeePair } from '../pairs/policy.ts';
import { findPair } from '../pairs/usecases.ts';
import { deliver } from '../people/messages/usecases.ts';
import { callName } from '../people/model.ts';
import { personOf } from '../people/usecases.ts';
import { coordinatesNow, programmeOf } from '../programmes/usecases.ts';
import { askCard, cleanUpCard, inviteCard, toldCard, translationCard } from './cards.ts';
import type { News } from './consent/usecases.ts';
import { countHelp } from './effect/usecases.ts';
import { post } from './places/posting/usecases.ts';
import { isToTakeDown, remindToCleanUp, settle } from './places/usecases.ts';
import { mayWithdrawStory } from './policy.ts';
import { otherOf } from './rules.ts';
import { asking, inviting, reminding, telling, translating } from './sends.ts';
import { places, stories } from './store.ts';
import { isMissing } from './translations/usecases.ts';
import { findStory, storyIdOf, type KnownStory } from './usecases.ts';

const ofStory = z.strictObject({ programmeId: id, storyId: id });
const ofPlace = ofStory.extend({ placeId: id });
const news = z.enum(['agreed', 'changes', 'refused', 'published', 'withdrawn', 'ending', 'over']);

/** Whether a piece of news is still true. */
function isTrue(what: News, { row, standing }: KnownStory): boolean {
  const { state } = row.value;
  if (what === 'over') return state === 'published' && standing === undefined;
  if (what === 'ending') return state === 'published' && standing?.until !== undefined;
  return (
    { agreed: 'review', changes: 'changes', refused: 'refused', published: 'published', withdrawn: 'withdrawn' }[
      what
    ] === state
  );
}

const find = async (deps: Platform, { programmeId, storyId }: z.infer<typeof ofStory>) =>
  stories.find(deps.tables, programmeId, storyId);

export const storiesJobs: readonly Job[] = [
  job({
    name: 'stories.invite',
    data: z.strictObject({ programmeId: id, pairId: id, personId: id }),
    run: (deps, { programmeId, pairId, personId }, task) =>
      deliver(deps, {
        ...{ ...inviting.as, table: 'programmes', partition: programmeId, sendId: task.id, personId },
        data: { programmeId, pairId, personId },
        card: async (language) => {
          const [pair, programme] = await Promise.all([
            findPair(deps, programmeId, pairId),
            programmeOf(deps, programmeId),
          ]);
          if (!pair || !maySeePair(personId, pair)) return undefined;
          // A draft of the other is nobody's business yet.
          const begun = (await find(deps, { programmeId, storyId: storyIdOf(pairId) }))?.value;
          if (begun && (begun.state !== 'draft' || begun.authorId === personId)) return undefined;
          return inviteCard(language, { programmeId, pairId, programme: programme.name });
        },
      }),
  }),
  job({
    name: 'stories.ask',
    data: ofStory,
    run: async (deps, data, task) => {
      const personId = (await find(deps, data))?.value.waitsFor;
      if (personId === undefined) return undefined;
      return deliver(deps, {
        ...{ ...asking.as, table: 'programmes', partition: data.programmeId, sendId: task.id, personId, data },
        card: async (language) => {
          const now = (await find(deps, data))?.value;
          if (now?.waitsFor !== personId) return undefined;
          return askCard(language, now, callName(await personOf(deps, otherOf(now, personId))));
        },
      });
    },
  }),
  job({
    name: 'stories.tell',
    data: ofStory.extend({ personId: id, news }),
    run: (deps, { personId, news: what, ...data }, task) =>
      deliver(deps, {
        ...{ ...telling.as, table: 'programmes', partition: data.programmeId, sendId: task.id, personId },
        data: { ...data, personId, news: what },
        card: async (language) => {
          const found = await findStory(deps, data.programmeId, data.storyId);
          if (!found || !isTrue(what, found) || !mayWithdrawStory(personId, found.row.value)) return undefined;
          const one = found.row.value;
          const until = found.standing?.until;
          const other = await personOf(deps, otherOf(one, personId));
          return toldCard(language, one, {
            news: what,
            name: callName(other),
            ...(until === undefined ? {} : { until }),
          });
        },
      }),
  }),
  job({
    name: 'stories.ask-translation',
    data: ofStory.extend({ textId: id, personId: id }),
    run: (deps, { personId, textId, ...at }, task) =>
      deliver(deps, {
        ...{ ...translating.as, table: 'programmes', partition: at.programmeId, sendId: task.id, personId },
        data: { ...at, textId, personId },
        card: async (language) => {
          const found = await findStory(deps, at.programmeId, at.storyId);
          const into = found && isMissing(found, textId, personId);
          return into && translationCard(language, found.row.value, into);
        },
      }),
  }),
  job({
    name: 'stories.count-help',
    data: ofStory.extend({ personId: id, token: id }),
    run: (deps, data) => countHelp(deps, data),
  }),
  job({
    name: 'stories.post',
    data: ofStory.extend({ channelId: z.string() }),
    run: (deps, { channelId, ...at }, task) => post(deps, at, channelId, task.id),
  }),
  job({ name: 'stories.settle', data: ofStory, run: (deps, at) => settle(deps, at) }),
  job({ name: 'stories.clean-up', data: ofPlace, run: (deps, at) => remindToCleanUp(deps, at) }),
  job({
    name: 'stories.tell-clean-up',
    data: ofPlace.extend({ personId: id }),
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...reminding.as, table: 'programmes', partition: data.programmeId, sendId: task.id, data },
        personId: data.personId,
        card: async (language) => {
          const row = await places.find(deps.tables, data.programmeId, data.storyId, data.placeId);
          if (!row || !isToTakeDown(row.value) || !(await coordinatesNow(deps, data.personId, data.programmeId)))
            return undefined;
          const programme = await programmeOf(deps, data.programmeId);
          return cleanUpCard(language, { programme, kind: row.value.kind, where: row.value.where });
        },
      }),
  }),
];
