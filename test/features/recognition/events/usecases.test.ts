import assert from 'node:assert/strict';
import type { NewEvent } from '../../../../src/platform/calendar.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { pairLines, pairs } from '../../../../src/features/pairs/store.ts';
import { eventsActions } from '../../../../src/features/recognition/events/bot.ts';
import { callOffEvent, enterEvent } from '../../../../src/features/recognition/events/calendar/usecases.ts';
import {
  certificatesFor,
  declineHonour,
  honouredOf,
  myCertificate,
  sayConsents,
  slidesFor,
} from '../../../../src/features/recognition/events/honours/usecases.ts';
import {
  declareNear,
  judge,
  juryPageOf,
  stepBack,
} from '../../../../src/features/recognition/events/judging/usecases.ts';
import {
  forgetWithdrawnNominee,
  leaveAllEvents,
} from '../../../../src/features/recognition/events/leaving/usecases.ts';
import {
  answerNomination,
  myEventsOf,
  takeWordsOut,
  viewMyEvent,
} from '../../../../src/features/recognition/events/mine/usecases.ts';
import type { NominationDraft } from '../../../../src/features/recognition/events/nominating/model.ts';
import {
  nominate,
  nominatePageOf,
  takeBackNomination,
} from '../../../../src/features/recognition/events/nominating/usecases.ts';
import { setRest } from '../../../../src/features/recognition/load/usecases.ts';
import {
  honourEvents,
  honours,
  juries,
  judgements,
  nominations,
} from '../../../../src/features/recognition/events/store.ts';
import { changeEvent, openEvent, planEvent } from '../../../../src/features/recognition/events/usecases.ts';
import type { Application } from '../../../../src/features/recruitment/model.ts';
import { admittedRows } from '../../../../src/features/people/guests/store.ts';
import { bucketOfPerson, people } from '../../../../src/features/people/store.ts';
import { teams } from '../../../../src/features/programmes/store.ts';
import { idOf } from '../../../../src/platform/ids.ts';
import { homeOf } from '../../../../src/features/insights/usecases.ts';
import { aPerson, callerFor, coordinatorFor, press } from '../../../support/app.ts';
import { readPackage, readPdf, textOfXml } from '../../../support/papers.ts';
import {
  aPair,
  addPair,
  caller,
  carla,
  director,
  draft,
  judged,
  judgedEvent,
  jurors,
  manager,
  mentees,
  mentors,
  ofPair,
  opened,
  outsider,
  said,
} from './event.ts';

const isReason = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
const [tom, tina] = [mentors[0]!, mentors[1]!];
const [sofia, sam] = [mentees[0]!, mentees[1]!];
const byName = (...who: readonly { id: string }[]): NominationDraft => ({
  ...{ who: 'people', people: who.map(({ id }) => id), ...said },
});

describe('nominating', function () {
  this.timeout(240_000);

  it('opens once, for members of pairs and the jury, with summaries that say nothing', async () => {
    const { deps, at, cards } = await opened();
    await openEvent(deps, caller, at, 0);
    assert.deepEqual(
      [...mentees, ...mentors, ...jurors].map((one) => cards(one).length),
      Array(9).fill(1),
    );
    assert.deepEqual([cards(carla).length, cards(outsider).length], [0, 0]);
    for (const one of [...cards(sofia), ...cards(jurors[0]!)])
      assert.doesNotMatch(one.summary, /event|mentor|jury|nominat/i);
  });

  it('a draft is seen by nobody, and a jury of one is refused with its field', async () => {
    const { deps } = await opened();
    const { id: eventId } = await planEvent(deps, caller, 'p1', draft);
    const at = { programmeId: 'p1', eventId };
    for (const ask of [viewMyEvent, nominatePageOf, juryPageOf])
      await assert.rejects(ask(deps, callerFor(tom), at), isReason('honour-event-gone'));
    const alone = planEvent(deps, caller, 'p1', { ...draft, jurors: [jurors[0]!.id] });
    await assert.rejects(alone, (error) => isFailure(error) && error.fields[0]?.field === 'jurors');
    const strange = planEvent(deps, caller, 'p1', { ...draft, jurors: [jurors[0]!.id, aPerson(77).id] });
    await assert.rejects(strange, isReason('event-juror-gone'));
  });

  it('asks the other of the pair, counts the own words as a yes, and reads nothing before both', async () => {
    const { app, nominate, all, answer, cards, lastTo, jury, toJury } = await opened();
    await nominate(sofia, ofPair(1));
    await nominate(sofia, ofPair(1));
    await app.run();
    assert.equal((await all()).length, 1);
    assert.equal(lastTo(tom), 'You are nominated');
    assert.equal(cards(sofia).length, 1);
    await toJury();
    assert.equal((await jury(jurors[0]!)).nominations.length, 0);
    await assert.rejects(answer(tom), isReason('nomination-late'));
  });

  it('of a pair or by somebody else asks both, in the card itself, and keeps the answer to itself', async () => {
    const { app, deps, nominate, mine, cards, view, jury, toJury } = await opened();
    await nominate(mentees[2]!, byName(sofia, tom));
    await app.run();
    const [card] = cards(tom).slice(-1);
    assert.match(JSON.stringify(card!.body), /You two are nominated.*Took me to the board/);
    const yes = await press(deps, eventsActions, callerFor(tom), { card: card!, title: 'Yes, the jury may read it' });
    assert.ok(yes.kind === 'card' && /Thank you for your yes/.test(JSON.stringify(yes.card)));
    assert.deepEqual((await view()).considered, []);
    const no = await press(deps, eventsActions, callerFor(sofia), {
      card: cards(sofia).at(-1)!,
      title: 'No, rather not',
    });
    assert.ok(no.kind === 'card' && /Nobody hears who said no/.test(JSON.stringify(no.card)));
    await toJury();
    assert.equal((await jury(jurors[0]!)).nominations.length, 0);
    assert.deepEqual(
      (await mine(mentees[2]!)).from.map(({ fate }) => fate),
      ['not-considered'],
    );
    assert.doesNotMatch(JSON.stringify([await view(), await mine(mentees[2]!)]), /"no"|Took me/);
  });

  it('shows a member the own partner only, and a coordinator every pair', async () => {
    const { deps, at } = await opened();
    const mine = await nominatePageOf(deps, callerFor(sofia), at);
    assert.deepEqual(
      mine.nominees.map(({ people: who }) => who.map(({ name }) => name)),
      [['Mentor 11']],
    );
    assert.equal((await nominatePageOf(deps, caller, at)).nominees.length, 9);
    await assert.rejects(nominatePageOf(deps, callerFor(outsider), at), isReason('honour-event-gone'));
  });

  it('nobody nominates themselves, or a pair of which they know nothing', async () => {
    const { nominate, all } = await opened();
    const cases: readonly (readonly [{ id: string }, NominationDraft, string])[] = [
      [sofia, byName(sofia), 'nominate-oneself'],
      [sofia, byName(sofia, tom), 'nominate-oneself'],
      [sofia, ofPair(1, 'pair'), 'nominate-oneself'],
      [sofia, ofPair(1, 'mentee'), 'nominate-oneself'],
      [sofia, ofPair(2), 'nominee-gone'],
      [sofia, { ...byName(tom), criteria: ['kept'] }, 'nomination-criteria'],
      [outsider, byName(tom), 'honour-event-gone'],
    ];
    for (const [who, one, reason] of cases) await assert.rejects(nominate(who, one), isReason(reason), reason);
    assert.deepEqual(await all(), []);
  });

  it('tells nobody who takes part: a colleague in no pair is kept like everybody, and asked nothing', async () => {
    const { app, nominate, mine, cards } = await opened();
    await nominate(sofia, byName(outsider));
    await nominate(sofia, byName(tina));
    await app.run();
    assert.deepEqual([cards(outsider).length, cards(tina).length], [0, 2]);
    const { from } = await mine(sofia);
    assert.deepEqual(
      from.map(({ names }) => names[0] ?? '').toSorted((a, b) => a.localeCompare(b)),
      ['Mentor 12', 'Olga Outside'],
    );
    assert.equal(new Set(from.map(({ fate }) => fate)).size, 1);
  });

  it('joins what several say of the same, and a yes to the first words is none to the second', async () => {
    const { app, nominate, all, answer, mine, jury, toJury, lastTo } = await opened();
    await nominate(sofia, ofPair(1));
    await answer(tom);
    await nominate(sam, byName(tom));
    await app.run();
    assert.equal((await all()).length, 1);
    assert.equal(lastTo(sofia), 'Mentor 11 is nominated');
    assert.equal((await mine(tom)).about[0]!.isNew, true);
    await answer(tom);
    await toJury();
    const [one] = (await jury(jurors[0]!)).nominations;
    // The mentee has not agreed to what somebody else says of the two.
    assert.equal(one!.voices.length, 1);
    assert.doesNotMatch(JSON.stringify(one), /Mentee/);
  });

  it('keeps two who nominate in the same moment, and five from one at most', async () => {
    const { nominate, all } = await opened();
    await Promise.all([nominate(sam, byName(tom)), nominate(mentees[2]!, byName(tom)), nominate(sofia, ofPair(1))]);
    assert.equal((await all())[0]!.voices.length, 3);
    for (const who of [tina, mentors[2]!, sam, outsider]) await nominate(sofia, byName(who));
    await assert.rejects(nominate(sofia, byName(carla)), isReason('nominations-each'));
    await nominate(sofia, { ...byName(outsider), why: 'Other words' });
  });

  it('has its words taken out for everybody, and can be taken back with all that hangs on it', async () => {
    const { deps, at, nominate, all, answer, mine, jury, toJury, judgeAll } = await opened();
    await nominate(sofia, ofPair(1));
    await answer(tom);
    const nominationId = (await all())[0]!.id;
    const { place } = (await all())[0]!.voices[0]!;
    await takeWordsOut(deps, tom.id, { ...at, nominationId }, place);
    await takeWordsOut(deps, tom.id, { ...at, nominationId }, place);
    await assert.rejects(takeWordsOut(deps, sam.id, { ...at, nominationId }, place), isReason('nomination-gone'));
    await toJury();
    const [one] = (await jury(jurors[0]!)).nominations;
    assert.deepEqual(one!.voices, [{ criteria: ['doors'], why: '', isOut: true }]);
    assert.doesNotMatch(JSON.stringify(await mine(sofia)), /Took me/);
    await judgeAll(jurors[0]!);
    await takeBackNomination(deps, callerFor(sofia), at, nominationId);
    await takeBackNomination(deps, callerFor(sofia), at, nominationId);
    assert.deepEqual([(await all()).length, (await judgements.list(deps.tables, 'p1')).length], [0, 0]);
  });

  it('made anew after it was taken back needs a yes to its own words, and both are asked for it', async () => {
    const { app, deps, at, nominate, all, mine, view, toJury } = await opened();
    await nominate(sofia, ofPair(1));
    await app.run();
    const before = (await mine(tom)).about[0]!;
    await takeBackNomination(deps, callerFor(sofia), at, before.id);
    app.pass({ hours: 1 });
    await nominate(sofia, { ...ofPair(1), why: 'Words that nobody saw' });
    await app.run();
    assert.equal(app.cardsTo(tom.id).length, 3, 'the invitation, and a question about each of the two');
    await answerNomination(deps, tom.id, { ...at, nominationId: before.id }, { said: 'yes', upTo: before.upTo });
    assert.deepEqual(
      [(await all())[0]!.voices.map(({ why }) => why), (await mine(tom)).about.length],
      [['Words that nobody saw'], 1],
    );
    await toJury();
    assert.deepEqual((await view()).considered, []);
  });

  it('has an id that nobody can work out, to learn on which side somebody takes part', async () => {
    const { at, deps, nominate, all, mine, view } = await opened();
    await nominate(sam, byName(tom));
    const id = (await mine(sam)).from[0]?.id;
    assert.equal(id, (await all())[0]!.id);
    for (const kind of ['mentor', 'mentee']) assert.notEqual(id, idOf('nomination', at.eventId, kind, tom.id));
    const row = await honourEvents.find(deps.tables, 'p1', at.eventId);
    assert.ok(row?.value.seed);
    for (const page of [await view(), await mine(sam)]) assert.ok(!JSON.stringify(page).includes(row.value.seed));
  });

  it('ends with its last day, whatever is still being typed', async () => {
    const { app, nominate } = await opened();
    app.pass({ days: 11 });
    await assert.rejects(nominate(sofia, ofPair(1)), isReason('nominations-closed'));
  });
});

describe('the jury', function () {
  this.timeout(240_000);

  it('reads alone, once, in no order of merit, and knows no nominator', async () => {
    const { deps, at, jury, idOf } = await judgedEvent();
    const third = await jury(jurors[2]!);
    assert.ok(third.nominations.length === 2 && third.nominations.every(({ others, mine }) => !others && !mine));
    assert.doesNotMatch(JSON.stringify(third), /Mentee|Juror/);
    const first = await jury(jurors[0]!);
    assert.deepEqual(
      first.nominations.map(({ others }) => others?.map(({ name }) => name)),
      [['Juror 42'], ['Juror 42']],
    );
    const nomination = { ...at, nominationId: idOf(tom) };
    await judge(deps, jurors[0]!.id, nomination, judged);
    const other = judge(deps, jurors[0]!.id, nomination, { ...judged, comment: 'After reading the others' });
    await assert.rejects(other, isReason('judgement-given'));
    const none = judge(deps, jurors[2]!.id, nomination, { ...judged, scores: { doors: 'clearly' } });
    await assert.rejects(none, isReason('judgement-missing'));
    await assert.rejects(judge(deps, outsider.id, nomination, judged), isReason('honour-event-gone'));
  });

  it('has nobody near in it: partner, managers two levels up, nominator, nominated', async () => {
    const near = [sofia, manager, director, sam, tom, jurors[0]!];
    const { deps, at, nominate, answer, jury, toJury, all } = await opened({ jurors: near.map(({ id }) => id) });
    await nominate(sofia, ofPair(1));
    await nominate(sam, byName(tom));
    await answer(tom);
    await answer(sofia);
    await toJury();
    const nominationId = (await all())[0]!.id;
    for (const who of near.slice(0, 5)) {
      const page = await jury(who);
      assert.deepEqual([page.nominations.length, page.notForMe], [0, 1], who.name);
      assert.doesNotMatch(JSON.stringify(page), /Took me/);
      await assert.rejects(judge(deps, who.id, { ...at, nominationId }, judged), isReason('judge-near'));
    }
    assert.equal((await jury(jurors[0]!)).nominations.length, 1);
  });

  it('cannot decide with fewer than two, until somebody is added', async () => {
    const { app, deps, at, view, decide, idOf, judgeAll, lastTo } = await judgedEvent();
    for (const juror of jurors.slice(0, 2)) await declareNear(deps, juror.id, { ...at, nominationId: idOf(tom) });
    const honoured = [{ nominationId: idOf(tina), why: 'Clear' }];
    await assert.rejects(decide({ honoured }), isReason('decision-few-jurors'));
    const { version } = await view();
    const wider = [...draft.jurors, outsider.id];
    await changeEvent(deps, caller, at, { ...draft, jurors: wider, version });
    await app.run();
    assert.equal(lastTo(outsider), 'You can begin to judge');
    await assert.rejects(decide({ honoured }), isReason('decision-not-judged'));
    await judgeAll(outsider);
    await judgeAll(jurors[2]!);
    await decide({ honoured });
    assert.equal((await view()).state, 'decided');
  });

  it('loses whoever steps back, leaves or is taken out, with what they said', async () => {
    const { deps, at, view, decide, idOf } = await judgedEvent();
    await stepBack(deps, jurors[0]!.id, at);
    await assert.rejects(juryPageOf(deps, callerFor(jurors[0]!), at), isReason('honour-event-gone'));
    assert.deepEqual(
      (await view()).considered.map(({ given }) => given),
      [1, 1],
    );
    const gone = jurors[1]!;
    await deps.tables.commit([people.put(bucketOfPerson(gone.id), gone.id, { ...gone, enabled: false, leftAt: 1 })]);
    // Before the directory's look has told anybody.
    assert.deepEqual(
      (await view()).considered.map(({ given }) => given),
      [0, 0],
    );
    assert.equal((await view()).jury.find(({ person }) => person.id === gone.id)?.isGone, true);
    await leaveAllEvents(deps, gone.id);
    assert.equal((await judgements.list(deps.tables, 'p1')).length, 0);
    assert.deepEqual(await juries.list(deps.tables, gone.id), []);
    const honoured = [{ nominationId: idOf(tom), why: 'Clear' }];
    await assert.rejects(decide({ honoured }), isReason('decision-few-jurors'));
  });
});

describe('the decision', function () {
  this.timeout(240_000);

  it('is of people, with reasons, once, and in the audit log', async () => {
    const { deps, at, view, decide, idOf } = await judgedEvent();
    const honoured = [{ nominationId: idOf(tom), why: 'Everybody saw it' }];
    const { version } = await view();
    await decide({ honoured });
    await assert.rejects(decide({ honoured }), isReason('event-decided'));
    const stale = changeEvent(deps, caller, at, { ...draft, title: 'Mine', version });
    await assert.rejects(stale, isReason('event-changed'));
    const { decision, considered } = await view();
    assert.deepEqual([decision?.byName, decision?.withNames], ['Carla Coordinator', ['Juror 41', 'Juror 42']]);
    assert.doesNotMatch(JSON.stringify(considered), /score"|rank|points/);
    const deeds = (await deps.audit.list()).filter(({ what }) => what === 'honour.decided');
    assert.equal(deeds.length, 3);
    assert.doesNotMatch(JSON.stringify(deeds), /Everybody saw it|Mentor/);
  });

  it('is kept by another coordinator where the first one nominated', async () => {
    const { deps, at, answer, toJury, judgeAll, decide, view } = await opened();
    await nominate(deps, caller, at, ofPair(1));
    await answer(tom);
    await answer(sofia);
    await toJury();
    for (const juror of jurors) await judgeAll(juror);
    const [one] = (await view()).considered;
    assert.deepEqual([one!.isNear, one!.voices, one!.judgements], [true, [], []]);
    const honoured = [{ nominationId: one!.id, why: 'Clear' }];
    await assert.rejects(decide({ honoured, others: '' }), isReason('decision-near'));
    const colleague = coordinatorFor(outsider);
    await deps.tables.commit([teams.create('p1', outsider.id, { personId: outsider.id, addedAt: 1 })]);
    assert.equal((await view(colleague)).considered[0]!.judgements.length, 3);
    await decide({ honoured, others: '' }, colleague);
  });

  it('shows a coordinator who judges too nothing of the others before the own word', async () => {
    const event = await opened({ jurors: [...draft.jurors, carla.id] });
    await event.nominate(sofia, ofPair(1));
    await event.answer(tom);
    await event.toJury();
    for (const juror of jurors) await event.judgeAll(juror);
    assert.deepEqual((await event.view()).considered[0]!.judgements, []);
    await event.judgeAll(carla);
    assert.equal((await event.view()).considered[0]!.judgements.length, 4);
  });

  it('is told to those honoured first, to the others who were considered a day later, and to nobody else', async () => {
    const { app, decide, idOf, lastTo, cards } = await judgedEvent();
    const before = [...mentees, mentors[2]!].map((one) => cards(one).length);
    await decide({ honoured: [{ nominationId: idOf(tom), why: 'Clear' }] });
    await app.run();
    assert.equal(lastTo(tom), 'You are honoured');
    assert.notEqual(lastTo(tina), 'Thank you for what you do');
    app.pass({ days: 1, hours: 1 });
    await app.run();
    assert.equal(lastTo(tina), 'Thank you for what you do');
    assert.deepEqual(
      [...mentees, mentors[2]!].map((one) => cards(one).length),
      before,
    );
  });

  it('honours nobody who withdrew at the same moment', async () => {
    const { app, deps, at, decide, idOf, lastTo } = await judgedEvent();
    const nominationId = idOf(tom);
    await decide({ honoured: [{ nominationId, why: 'Clear' }] });
    await answerNomination(deps, tom.id, { ...at, nominationId }, { said: 'no', upTo: 1 });
    await app.run();
    assert.notEqual(lastTo(tom), 'You are honoured');
    assert.deepEqual(await honours.list(deps.tables, 'p1'), []);
  });
});

/** Tom and Tina are honoured, and were told. */
async function honouredEvent() {
  const one = await judgedEvent();
  const honoured = [tom, tina].map((who) => ({ nominationId: one.idOf(who), why: 'Clear' }));
  await one.decide({ honoured, others: '' });
  await one.app.run();
  return one;
}

describe('those who are honoured', function () {
  this.timeout(240_000);

  const slideTexts = (bytes: Uint8Array): string[] =>
    Object.entries(readPackage(bytes)).flatMap(([name, xml]) =>
      /^ppt\/slides\/slide\d+\.xml$/.test(name) ? [textOfXml(xml)] : [],
    );

  it('say yes to each by itself, in the card, and take it back with one press', async () => {
    const { deps, at, cards, mine, app } = await honouredEvent();
    const inputs = { comes: 'yes', stage: 'yes', pictures: 'no', page: 'yes' };
    const saved = await press(deps, eventsActions, callerFor(tom), {
      ...{ card: cards(tom).at(-1)!, title: 'Save my answers', inputs },
    });
    assert.ok(saved.kind === 'card' && /Your answers are saved/.test(JSON.stringify(saved.card)));
    const texts = async () => slideTexts((await slidesFor(deps, caller, at)).bytes);
    assert.deepEqual((await mine(tom)).honour?.says, inputs);
    const [title, ...rest] = await texts();
    assert.match(title!, /Summer \*meeting\*/);
    assert.equal(rest.length, 1);
    assert.match(rest[0]!, /Mentor 11[\s\S]*Honoured as a mentor[\s\S]*Opened doors/);
    assert.doesNotMatch(rest.join(), /Mentor 12|Mentee|Took me/);
    await sayConsents(deps, tom.id, at, { stage: 'no' });
    assert.equal((await texts()).length, 1);
    await assert.rejects(sayConsents(deps, sofia.id, at, { stage: 'yes' }), isReason('honour-gone'));
    app.pass({ days: 40 });
    const wall = async () => (await honouredOf(deps, callerFor(sofia), 'p1'))[0]!.honoured.map(({ name }) => name);
    assert.deepEqual(await wall(), ['Mentor 11']);
    await sayConsents(deps, tom.id, at, { page: 'no' });
    assert.deepEqual(await wall(), []);
    await assert.rejects(honouredOf(deps, callerFor(outsider), 'p1'), isReason('thanks-gone'));
  });

  it('make slides that can be read: a title and a language on each', async () => {
    const { deps, at } = await honouredEvent();
    await sayConsents(deps, tom.id, at, { stage: 'yes' });
    const files = readPackage((await slidesFor(deps, caller, at)).bytes);
    assert.match(files['docProps/core.xml']!, /<dc:title>Summer \*meeting\*<\/dc:title>/);
    for (const [name, xml] of Object.entries(files))
      if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) {
        assert.match(xml, /type="title"/, name);
        assert.match(xml, /lang="en/, name);
        // The title first, what is on every slide last.
        const order = [...xml.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text);
        assert.ok(/^(Summer|Mentor)/.test(order[0]!), order.join());
      }
  });

  it('get a certificate, each their own, and the stage one of those who said yes to it', async () => {
    const { deps, at } = await honouredEvent();
    const own = await readPdf((await myCertificate(deps, callerFor(tom, { language: 'de' }), at)).bytes);
    assert.match(own.text, /Ehrenurkunde[\s\S]*Mentor 11/);
    await assert.rejects(myCertificate(deps, callerFor(sofia), at), isReason('honour-gone'));
    await assert.rejects(certificatesFor(deps, caller, at), isReason('honours-not-yet'));
    await sayConsents(deps, tom.id, at, { stage: 'yes' });
    const all = await readPdf((await certificatesFor(deps, caller, at)).bytes);
    assert.ok(/Mentor 11/.test(all.text) && !/Mentor 12/.test(all.text));
  });

  it('rather not: everything is gone, and nothing makes it anew', async () => {
    const { app, deps, at, mine, view } = await honouredEvent();
    await declineHonour(deps, tom.id, at);
    await app.run();
    assert.equal((await mine(tom)).honour, undefined);
    assert.deepEqual(
      (await view()).honoured.map(({ person }) => person.id),
      [tina.id],
    );
    await assert.rejects(sayConsents(deps, tom.id, at, { stage: 'yes' }), isReason('honour-gone'));
  });

  it('come by the calendar of a coordinator, hidden from one another, and hear of a new time', async () => {
    const { app, deps, at, view, lastTo, cards } = await honouredEvent();
    const booked: NewEvent[] = [];
    const cancelled: string[] = [];
    Object.assign(deps, {
      calendar: {
        book: (_: string, one: NewEvent) => {
          booked.push(one);
          return Promise.resolve({ eventId: 'entry-1' });
        },
        cancel: (_: string, entryId: string) => Promise.resolve(void cancelled.push(entryId)),
      },
    });
    await sayConsents(deps, tom.id, at, { comes: 'yes' });
    await sayConsents(deps, tina.id, at, { comes: 'no' });
    await enterEvent(deps, caller, at);
    assert.deepEqual(
      [booked[0]!.attendees.map(({ address }) => address), booked[0]!.hideAttendees, booked[0]!.subject],
      [['p11@example.test'], true, 'Event'],
    );
    assert.deepEqual((await view()).calendar, { isMine: true, byName: 'Carla Coordinator', isCurrent: true });
    const { version } = await view();
    const sent = cards(tina).length;
    await changeEvent(deps, caller, at, { ...draft, place: 'Garden', version });
    await app.run();
    assert.equal((await view()).calendar?.isCurrent, false);
    assert.equal(lastTo(tom), 'The event has changed');
    assert.equal(cards(tina).length, sent);
    await callOffEvent(deps, caller, at, version + 1);
    await callOffEvent(deps, caller, at, version + 1);
    await app.run();
    assert.deepEqual(cancelled, ['entry-1']);
    assert.equal(lastTo(tom), 'The event is called off');
  });
});

describe('an event', function () {
  this.timeout(240_000);

  it('that is called off tells the jury and those who were asked and did not say no, and takes no answer', async () => {
    const { app, deps, at, nominate, answer, lastTo, view } = await opened();
    await nominate(sofia, ofPair(1));
    await nominate(sam, ofPair(2));
    await app.run();
    await answer(tina, 'no');
    await callOffEvent(deps, caller, at, (await view()).version);
    await app.run();
    assert.equal(lastTo(tom), 'The event is called off');
    assert.equal(lastTo(jurors[0]!), 'The event is called off');
    assert.notEqual(lastTo(tina), 'The event is called off');
    await assert.rejects(answer(tom), isReason('event-cancelled'));
    await assert.rejects(nominate(sofia, ofPair(1)), isReason('event-cancelled'));
  });

  it('that moves begins the jury once, by the last day as it is then', async () => {
    const { app, deps, at, view, cards } = await opened();
    const { version } = await view();
    await changeEvent(deps, caller, at, { ...draft, closesOn: '2026-03-20', version });
    app.pass({ days: 16 });
    await app.run();
    assert.equal(cards(jurors[0]!).length, 1);
    app.pass({ days: 7 });
    await app.run();
    assert.equal(cards(jurors[0]!).length, 2);
  });

  it('considers nothing of a pair that one of the two left, and goes on for one that was rounded off', async () => {
    const { app, deps, nominate, answer, jury, toJury } = await opened();
    for (const number of [1, 2]) {
      await nominate(mentees[number - 1]!, ofPair(number));
      await answer(mentors[number - 1]!);
    }
    await addPair(deps, aPair(1, { state: 'ended', endedAt: 2 }));
    await addPair(deps, aPair(2, { state: 'ended', endedAt: 2, ending: 'together' }));
    await app.run();
    await toJury();
    assert.deepEqual(
      (await jury(jurors[0]!)).nominations.map(({ names }) => names),
      [['Mentor 12']],
    );
  });

  it('forgets whoever leaves: what was said of them, by them, and the honour', async () => {
    const { deps, all, view } = await honouredEvent();
    await leaveAllEvents(deps, sofia.id);
    assert.deepEqual(
      (await all()).map(({ subject }) => subject),
      [[tina.id]],
    );
    await leaveAllEvents(deps, tina.id);
    assert.deepEqual(await all(), []);
    assert.deepEqual(
      (await view()).honoured.map(({ person }) => person.id),
      [tom.id],
    );
    await leaveAllEvents(deps, tom.id);
    assert.deepEqual(await honours.list(deps.tables, 'p1'), []);
  });

  it('forgets whoever withdraws and is in no pair any more, and nobody who still is', async () => {
    const { deps, nominate, answer, all } = await opened();
    await nominate(sofia, ofPair(1));
    await answer(tom);
    const withdrawn = { programmeId: 'p1', personId: tom.id, status: 'withdrawn' } as Application;
    await forgetWithdrawnNominee(deps, withdrawn);
    assert.equal((await all()).length, 1);
    await addPair(deps, aPair(1, { state: 'ended' }));
    await forgetWithdrawnNominee(deps, withdrawn);
    assert.equal((await all()).length, 0);
  });

  it('forgets words, judgements and reasons 30 days after it, and honours a year after the programme', async () => {
    const { app, deps, at, view, all } = await honouredEvent();
    await sayConsents(deps, tom.id, at, { page: 'yes' });
    app.pass({ days: 57 });
    await app.run();
    assert.deepEqual([(await all()).length, (await judgements.list(deps.tables, 'p1')).length], [0, 0]);
    const page = await view();
    assert.deepEqual(
      [page.isForgotten, page.decision, page.jury, page.fairness.honoured.mentors.kind],
      [true, undefined, [], 'under-5'],
    );
    assert.doesNotMatch(JSON.stringify(page), /Clear|Took me|Juror/);
    assert.equal((await myEventsOf(deps, callerFor(jurors[0]!))).length, 0);
    assert.equal((await honouredOf(deps, callerFor(tom), 'p1'))[0]!.honoured.length, 1);
    app.pass({ days: 700 });
    await app.run();
    assert.deepEqual(await honours.list(deps.tables, 'p1'), []);
    assert.deepEqual(await nominations.list(deps.tables, 'p1'), []);
  });

  it('lets a mentor from outside be nominated and honoured, and look for nobody by name', async () => {
    const { app, deps, at, nominate, answer, lastTo } = await opened();
    const guest = aPerson(60, { kind: 'guest', name: 'Gast Guest' });
    await app.addPeople(guest);
    await deps.tables.commit([admittedRows.put(guest.id, 'p1', { programmeId: 'p1' })]);
    const pair = aPair(3, { id: 'pair-4', mentorId: guest.id });
    await deps.tables.commit([pairs.create('p1', pair.id, pair)]);
    await deps.tables.commit([pairLines.put(guest.id, pair.id, { programmeId: 'p1', pairId: pair.id })]);
    await nominate(mentees[2]!, { who: 'pair', pairId: 'pair-4', kind: 'mentor', ...said });
    await app.run();
    assert.equal(lastTo(guest), 'You are nominated');
    await answer(guest);
    const page = await nominatePageOf(deps, callerFor(guest, { isGuest: true }), at);
    assert.deepEqual([page.maySearch, page.nominees.length], [false, 1]);
  });

  it('asks on opening, and not of a draft, whether its jury has room: a draft would tell who rests', async () => {
    const { deps, at } = await opened();
    await setRest(deps, callerFor(outsider), '2027-01-01');
    const { id: eventId } = await planEvent(deps, caller, 'p1', { ...draft, jurors: [jurors[0]!.id, outsider.id] });
    const isFull = (error: unknown): boolean => isFailure(error, 'bad-input') && error.reason === 'asked-enough';
    await assert.rejects(openEvent(deps, caller, { ...at, eventId }, 0), isFull);
  });

  it('stands in the list of whoever has a part, with what it asks', async () => {
    const { app, deps, nominate, answer, judgeAll } = await opened();
    const next = async (who: { id: string }) =>
      (await homeOf(deps, callerFor(who))).next.flatMap(({ kind, about }) => (about === draft.title ? [kind] : []));
    const waits = async (who: { id: string }) => (await myEventsOf(deps, callerFor(who)))[0]?.waits;
    assert.deepEqual(
      [await waits(sofia), await waits(jurors[0]!), await waits(outsider)],
      ['nominate', 'nothing', undefined],
    );
    await nominate(sofia, ofPair(1));
    assert.equal(await waits(tom), 'answer');
    assert.deepEqual([await next(tom), await next(sofia)], [['answer-nomination'], []]);
    await answer(tom);
    app.pass({ days: 16 });
    assert.equal(await waits(jurors[0]!), 'judge');
    assert.deepEqual(await next(jurors[0]!), ['judge-nominations']);
    await judgeAll(jurors[0]!);
    assert.equal(await waits(jurors[0]!), 'nothing');
    assert.equal(await waits(jurors[1]!), 'judge');
    assert.deepEqual(await next(jurors[0]!), []);
  });

  it('of another programme is not there', async () => {
    const { deps, at, view } = await opened();
    const stranger = coordinatorFor(outsider);
    await assert.rejects(view(stranger), isReason('programme-gone'));
    for (const ask of [() => slidesFor(deps, stranger, at), () => enterEvent(deps, stranger, at)])
      await assert.rejects(ask(), isReason('programme-gone'));
  });
});
