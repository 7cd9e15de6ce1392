/** The file of a meeting, by a link in chat or from the tab: always as the meeting is now, cancelled too. */
import { day } from '../../../platform/clock.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import { newLongSecret } from '../../../platform/long-secrets.ts';
import type { Platform } from '../../../platform/platform.ts';
import { partnerOf } from '../../pairs/model.ts';
import { findPair } from '../../pairs/usecases.ts';
import { callName } from '../../people/model.ts';
import { languageOfPerson, personOf } from '../../people/usecases.ts';
import { entryTexts } from '../cards.ts';
import type { Meeting } from '../model.ts';
import { meetings } from '../store.ts';
import { fileLinks, filesPartition } from './store.ts';
import { calendarFile } from './rules.ts';

/** Days that a link opens; each change brings a new card with a new one. */
const openFor = 30 * day;

/** The secret is chance and is kept nowhere; its row goes by a task. */
export async function fileLinkFor(deps: Platform, one: Meeting, personId: string): Promise<string> {
  const secret = newLongSecret();
  const until = deps.clock.now() + openFor;
  const fileId = idOf(secret);
  const { programmeId, pairId, id: meetingId } = one;
  const row = fileLinks.create(filesPartition, fileId, { programmeId, pairId, meetingId, personId, until });
  const drop = { id: idOf('meetings.drop-file', fileId), job: 'meetings.drop-file', due: until, data: { fileId } };
  await deps.outbox.commit([row], [drop]);
  return `${deps.config.baseUrl}/meeting/${secret}`;
}

/** One answer for a link that never was and one that is over. */
export async function fileByLink(deps: Platform, secret: string): Promise<string> {
  const link = (await fileLinks.find(deps.tables, filesPartition, idOf(secret)))?.value;
  if (!link || link.until <= deps.clock.now()) throw new Failure('not-found', 'meeting-gone');
  const [pair, row] = await Promise.all([
    findPair(deps, link.programmeId, link.pairId),
    meetings.find(deps.tables, link.programmeId, link.pairId, link.meetingId),
  ]);
  if (!pair || !row) throw new Failure('not-found', 'meeting-gone');
  return fileOf(deps, row.value, link.personId, partnerOf(pair, link.personId));
}

/** In the language of its reader, like everything else that they read. */
export async function fileOf(deps: Platform, one: Meeting, readerId: string, partnerId: string): Promise<string> {
  const [me, partner, organiser] = await Promise.all([
    personOf(deps, readerId),
    personOf(deps, partnerId),
    personOf(deps, one.organiserId),
  ]);
  const { subject, body } = entryTexts(await languageOfPerson(deps, me), {
    me: callName(me),
    partner: callName(partner),
  });
  const { name, mail: email } = organiser;
  return calendarFile(one, {
    title: subject,
    text: body,
    ...(email === undefined ? {} : { organiser: { name, email } }),
  });
}

export async function dropFileLink(deps: Platform, fileId: string): Promise<void> {
  const row = await fileLinks.find(deps.tables, filesPartition, fileId);
  if (row) await deps.tables.commit([fileLinks.remove(row)]);
}
