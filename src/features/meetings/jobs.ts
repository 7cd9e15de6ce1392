/** Everything that meetings do by themselves. Here: the partner is told at once what became of one, since somebody just did it. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import type { Platform } from '../../platform/platform.ts';
import { id } from '../../platform/ids.ts';
import { partnerOf, type Pair } from '../pairs/model.ts';
import { maySeePair } from '../pairs/policy.ts';
import { findPair } from '../pairs/usecases.ts';
import { deliver } from '../people/messages/usecases.ts';
import { callName } from '../people/model.ts';
import { tellsPartner } from '../people/passport/rules.ts';
import { toldToPartner } from '../people/passport/usecases.ts';
import { personOf, workingHoursOf } from '../people/usecases.ts';
import { afterJobs } from './after/jobs.ts';
import { settleLater } from './booking/settling/usecases.ts';
import { meetingCard } from './cards.ts';
import { dropFileLink, fileLinkFor } from './files/usecases.ts';
import { followingJobs } from './following/jobs.ts';
import { rhythmJobs } from './rhythm/jobs.ts';
import { telling } from './sends.ts';
import { meetings } from './store.ts';
import { suggestingJobs } from './suggesting/jobs.ts';
import { timesJobs } from './times/jobs.ts';

const data = z.strictObject({
  programmeId: id,
  pairId: id,
  meetingId: id,
  to: z.string(),
  news: z.enum(['booked', 'moved', 'cancelled', 'asked', 'off']),
});

export const meetingsJobs: readonly Job[] = [
  ...[...afterJobs, ...followingJobs, ...timesJobs, ...rhythmJobs, ...suggestingJobs],
  job({
    name: 'meetings.drop-file',
    data: z.strictObject({ fileId: id }),
    run: (deps, { fileId }) => dropFileLink(deps, fileId),
  }),
  job({
    name: 'meetings.settle',
    data: z.strictObject({ programmeId: id, pairId: id, meetingId: id }),
    run: (deps, at) => settleLater(deps, at),
  }),
  job({
    name: 'meetings.tell',
    data,
    run: (deps, { programmeId, pairId, meetingId, to, news }, task) =>
      deliver(deps, {
        ...{ ...telling.as, table: 'programmes', partition: programmeId, sendId: task.id, personId: to },
        data: { programmeId, pairId, meetingId, to, news },
        card: async (language) => {
          const [pair, row] = await Promise.all([
            findPair(deps, programmeId, pairId),
            meetings.find(deps.tables, programmeId, pairId, meetingId),
          ]);
          const stillTrue = row?.value.state === (news === 'cancelled' || news === 'off' ? 'cancelled' : 'planned');
          if (!pair || !row || !stillTrue || !maySeePair(to, pair)) return undefined;
          const partner = await personOf(deps, partnerOf(pair, to));
          const { zone } = await workingHoursOf(deps, to);
          const file = row.value.byHand && news !== 'asked' ? { file: await fileLinkFor(deps, row.value, to) } : {};
          const told = await hasToldPartner(deps, pair, to);
          return meetingCard(language, { news, one: row.value, partner: callName(partner), zone, told, ...file });
        },
      }),
  }),
];

/** There is something that the receiver of a message is to know before they meet. */
async function hasToldPartner(deps: Platform, pair: Pair, to: string): Promise<boolean> {
  return pair.state === 'active' && tellsPartner(await toldToPartner(deps, partnerOf(pair, to)));
}
