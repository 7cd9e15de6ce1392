/** States of people, and of what is confided and kept about them. */
import { emptyPassport } from '../../../../src/features/people/passport/model.ts';
import { usualModes } from '../../../../src/features/people/identity/rules.ts';
import { bucketOfPerson, people } from '../../../../src/features/people/store.ts';
import { doNext, jobOf, only, undo, whenDue, type Prepare } from '../hands.ts';
import { person } from '../../people.ts';

const gender = { question: 'gender', said: { kind: 'choice', choice: 'woman' }, wish: true, textVersion: 1 };
const aWish = {
  ...{ how: { way: 'teams' }, halves: ['monday-morning'], avoid: [], speak: 'nl' },
  ...{ adviser: person.adviser.id, chatIsSafe: false },
};

/** Three stages, of which the last is done again where it still found something. */
const forgettingHours = 15;

export const peoplePrepared: Readonly<Record<string, Prepare>> = {
  'DELETE /me/identity/:question': undo(...(['mentee', 'PUT', '/me/identity'] as const), gender, '/me/identity/gender'),
  'DELETE /me/passport': undo('mentee', 'PUT', '/me/passport', {
    ...emptyPassport,
    needs: [{ need: 'captions', for: 'nobody' }],
  }),
  'DELETE /me/forgetting': async ({ ask, pass }) => {
    await ask('employee', 'POST', '/me/forgetting', {});
    for (const hours of [0, 1, 3, 3]) await pass({ hours });
    return doNext('employee', 'DELETE', '/me/forgetting');
  },
  'privacy.forget': async (hands) => {
    await hands.ask('mentee', 'POST', '/me/forgetting', {});
    return { ...(await whenDue(hands, 'privacy.forget')), hours: forgettingHours };
  },
  'privacy.forget, the rows': async (hands) => {
    await hands.ask('mentee', 'POST', '/me/forgetting', {});
    await hands.pass({ minutes: 1 });
    return { ...(await whenDue(hands, 'privacy.forget')), hours: forgettingHours };
  },
  'privacy.forget, the last look': async (hands) => {
    await hands.ask('mentee', 'POST', '/me/forgetting', {});
    await hands.pass({ minutes: 1 });
    await hands.pass({ minutes: 15 });
    return { ...(await whenDue(hands, 'privacy.forget')), hours: forgettingHours };
  },
  // The first is made when the installation has been there for as long as there is between two.
  'privacy.copy': async (hands) => {
    await hands.run('privacy.copy', {});
    hands.world.app.rest({ hours: 2 });
    // What failed is made again some minutes later.
    return { ...jobOf('privacy.copy', {}), hours: 3 };
  },
  'privacy.look': async (hands) => {
    await hands.ask('mentee', 'POST', '/me/data', {});
    return whenDue(hands, 'privacy.look');
  },
  'privacy.drop-look': async (hands) => {
    await hands.ask('mentee', 'POST', '/me/data', {});
    await hands.work();
    return whenDue(hands, 'privacy.drop-look');
  },
  // The question is asked in the country no more.
  'people.identity': async ({ ask }) => {
    await ask('mentee', 'PUT', '/me/identity', gender);
    await ask('administrator', 'PUT', '/identity/countries/BE', { modes: { ...usualModes('BE'), gender: 'off' } });
    return jobOf('people.identity', {});
  },
  'people.left': async ({ rows }) => {
    const one = person.mentee;
    await rows(people.put(bucketOfPerson(one.id), one.id, { ...one, enabled: false, leftAt: 1 }));
    return jobOf('people.left', { personId: one.id });
  },
  'PUT /private-talk/advising': only('adviser', 'PUT', '/private-talk/advising', { takes: true, speaks: ['nl', 'fr'] }),
  'PUT /me/load': only('mentee', 'PUT', '/me/load', { until: '2026-05-04' }),
  'DELETE /private-talk': undo('mentee', 'PUT', '/private-talk', aWish),
  // The key is of last season.
  'concerns.look': async ({ world }) => {
    world.app.rest({ hours: 100 * 24 });
    return jobOf('concerns.look', {});
  },
};
