/** States of networks, calls, applications and of what is said on paper. */
import { someAnswers } from '../../../support/applications.ts';
import type { Slip } from '../../../../src/features/recruitment/slips/model.ts';
import { slips } from '../../../../src/features/recruitment/slips/store.ts';
import { keepSecret } from '../../../../src/platform/short-secrets.ts';
import { doNext, undo, whenDue, type Hands, type Prepare } from '../hands.ts';
import { person } from '../../people.ts';

const leaver = person.leaver.id;

const chosen = person.applicant;
const programme = {
  ...{ name: 'P', forWhom: 'a', why: 'b', howChosen: 'c', goals: [], language: 'en' },
  ...{ startsOn: '2026-04-06', endsOn: '2027-01-06' },
};
const criteria = [{ words: { en: 'Wants to lead' } }, { words: { en: 'Wants to learn' } }];
const { wishes: _wishes, ratherNot: _ratherNot, ...spoken } = someAnswers();
const slip = { personId: leaver, answers: spoken, language: 'en' };

const applying = [
  ['mentor', 'mentor'],
  ['applicant', 'mentee'],
  ['employee', 'mentee'],
] as const;

/** A programme of which the last day is over, with more mentees than places; gives its id. */
async function roundOver({ make, ask, pass }: Hands): Promise<string> {
  const id = await make('coordinator', 'POST', '/programmes', programme);
  const path = `/programmes/${id}/choice`;
  await ask('coordinator', 'PUT', `${path}/criteria`, { criteria, limits: {} });
  await ask('coordinator', 'POST', `/programmes/${id}/stage`, { to: 'recruit' });
  await ask('coordinator', 'PUT', `/programmes/${id}/round`, { day: '2026-03-20' });
  for (const [view, role] of applying)
    await ask(view, 'PUT', `/programmes/${id}/application`, { answers: someAnswers({ role }), apply: true });
  await pass({ days: 20 });
  return id;
}

async function toChoose(hands: Hands): Promise<{ path: string; criterionId: string }> {
  const path = `/programmes/${await roundOver(hands)}/choice`;
  const page = (await hands.ask('coordinator', 'GET', path)) as { criteria: { id: string }[] };
  return { path, criterionId: page.criteria[0]!.id };
}

async function chosenAll(hands: Hands): Promise<string> {
  const { path, criterionId } = await toChoose(hands);
  for (const [one, isChosen] of [
    [chosen, true],
    [person.employee, false],
  ] as const)
    await hands.ask('coordinator', 'PUT', `${path}/mentee/${one.id}`, { chosen: isChosen, criterionId });
  return path;
}

export const recruitmentPrepared: Readonly<Record<string, Prepare>> = {
  'DELETE /networks/:networkId': async ({ make }) => {
    const network = { name: 'N', kind: 'network', contact: '', language: 'en' };
    return doNext('coordinator', 'DELETE', `/networks/${await make('coordinator', 'POST', '/networks', network)}`);
  },
  'DELETE /programmes/:programmeId/helpers/:personId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/helpers'] as const),
    { personId: leaver },
    `/programmes/p1/helpers/${leaver}`,
  ),
  'DELETE /programmes/:programmeId/manager-word': undo('applicant', 'PUT', '/programmes/p4/manager-word', {}),
  'DELETE /programmes/:programmeId/application/answers': undo(
    ...(['employee', 'PUT', '/programmes/p1/application'] as const),
    { answers: someAnswers(), apply: false },
    '/programmes/p1/application/answers',
  ),
  'POST /programmes/:programmeId/application/return': async ({ ask }) => {
    await ask('applicant', 'DELETE', '/programmes/p1/application');
    return doNext('applicant', 'POST', '/programmes/p1/application/return', {});
  },
  'DELETE /programmes/:programmeId/guests/:personId': async () =>
    doNext('coordinator', 'DELETE', `/programmes/p1/guests/${person['guest-mentor'].id}`),
  'PUT /programmes/:programmeId/choice/criteria': async ({ make }) => {
    const id = await make('coordinator', 'POST', '/programmes', programme);
    return doNext('coordinator', 'PUT', `/programmes/${id}/choice/criteria`, { criteria, limits: {} });
  },
  'PUT /programmes/:programmeId/choice/:side/:personId': async (hands) => {
    const { path, criterionId } = await toChoose(hands);
    return doNext('coordinator', 'PUT', `${path}/mentee/${chosen.id}`, { chosen: true, criterionId });
  },
  'POST /programmes/:programmeId/choice/send': async (hands) => {
    const path = await chosenAll(hands);
    return doNext('coordinator', 'POST', `${path}/send`, {});
  },
  'recruitment.answer-choices': async (hands) => {
    await hands.ask('coordinator', 'POST', `${await chosenAll(hands)}/send`, {});
    return whenDue(hands, 'recruitment.answer-choices');
  },
  'POST /programmes/:programmeId/kiosk, another was open': async ({ ask }) => {
    await ask('coordinator', 'POST', '/programmes/p1/kiosk', { days: 7 });
    return doNext('coordinator', 'POST', '/programmes/p1/kiosk', { days: 7 });
  },
  'DELETE /programmes/:programmeId/kiosk': undo('coordinator', 'POST', '/programmes/p1/kiosk', { days: 7 }),
  'recruitment.drop-slip': async (hands) => {
    await hands.ask('coordinator', 'POST', '/programmes/p1/slips', slip);
    return whenDue(hands, 'recruitment.drop-slip');
  },
  'POST /programmes/:programmeId/slips/confirm, the right code': async ({ rows, found }) => {
    const [one] = await found<Slip>('programmes', 'p1', 'slip.');
    await rows(slips.put('p1', one!.number, { ...one!, ...(await keepSecret('abcdef')) }));
    return doNext('coordinator', 'POST', '/programmes/p1/slips/confirm', { code: `${one!.number}-abc-def` });
  },
  'recruitment.forget': async (hands) => {
    await hands.ask('applicant', 'DELETE', '/programmes/p1/application');
    await hands.ask('applicant', 'DELETE', '/programmes/p1/application/answers');
    return whenDue(hands, 'recruitment.forget');
  },
  'recruitment.look': async (hands) => {
    await hands.ask('coordinator', 'PUT', '/programmes/p4/round/look', { day: '2026-06-01' });
    return whenDue(hands, 'recruitment.look');
  },
  'recruitment.post': async (hands) => {
    const body = { channelId: 'general', language: 'en' };
    await hands.ask('coordinator', 'POST', '/programmes/p1/kit/posts', body);
    return whenDue(hands, 'recruitment.post');
  },
  'recruitment.take-up': async (hands) => {
    const id = await roundOver(hands);
    const late = { answers: someAnswers(), apply: true };
    await hands.ask('mentee', 'PUT', `/programmes/${id}/application`, late);
    await hands.work();
    await hands.ask('coordinator', 'PUT', `/programmes/${id}/round`, { day: '2026-05-01' });
    return whenDue(hands, 'recruitment.take-up');
  },
  'DELETE /programmes/:programmeId/audiences/:audienceId': async ({ make }) => {
    const audience = { kind: 'chosen', departments: ['Finance'] };
    const saved = { name: 'Finance', scope: 'programme', audience };
    const id = await make('coordinator', 'POST', '/programmes/p1/audiences', saved);
    return doNext('coordinator', 'DELETE', `/programmes/p1/audiences/${id}`);
  },
};
