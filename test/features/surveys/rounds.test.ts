import assert from 'node:assert/strict';
import type { SurveyPage } from '../../../src/features/surveys/model.ts';
import { answerSurvey, takeBack } from '../../../src/features/surveys/answering/usecases.ts';
import { comparisons, linkBases, linkLedger } from '../../../src/features/release/rounds/store.ts';
import { releaseComparison } from '../../../src/features/release/rounds/usecases.ts';
import { surveyPageOf } from '../../../src/features/surveys/results/usecases.ts';
import type { Release } from '../../../src/features/release/model.ts';
import type { Question } from '../../../src/features/surveys/questions/model.ts';
import type { ChangeLine } from '../../../src/features/surveys/rounds/model.ts';
import { changesOf, isSameQuestion, sharedOf, wayOf } from '../../../src/features/surveys/rounds/rules.ts';
import { askAgain, finishRound, roundsOf } from '../../../src/features/surveys/rounds/usecases.ts';
import {
  cancelSurvey,
  changeSurvey,
  closeSurvey,
  findSurvey,
  openSurvey,
} from '../../../src/features/surveys/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { callerFor } from '../../support/app.ts';
import { organisation, saying, supportItems } from './surveys.ts';

const everybody = { kind: 'everybody' as const };
type Mode = 'anonymous' | 'confidential';

/** Forty people; `says` is what each of them says to every question, nothing for who does not answer. */
async function forty(mode: Mode) {
  const org = await organisation(40);
  const { people } = org;
  const first = await org.open(everybody, { mode });
  const round = async (id: string, says: (place: number) => number | undefined): Promise<void> => {
    await Promise.all(
      people.map(async ({ id: personId }, place) => {
        const rating = says(place);
        if (rating !== undefined) await answerSurvey(org.deps, personId, id, saying(rating));
      }),
    );
    // Anonymous answers are mixed.
    await org.app.run();
    await closeSurvey(org.deps, org.coordinator, id);
    await org.app.run();
  };
  const again = async (id: string): Promise<string> => {
    const next = await askAgain(org.deps, org.coordinator, id);
    await openSurvey(org.deps, org.coordinator, next.id);
    await org.app.run();
    return next.id;
  };
  return { ...org, first, round, again };
}

const rating = (place: number): number => 1 + ((place * 7 + 3) % 5);
/** Two of three go up by one. */
const later = (place: number): number => Math.min(5, rating(place) + (place % 3 === 0 ? 0 : 1));

function scale(lines: readonly ChangeLine[] | undefined, itemId = 'time') {
  const line = lines?.find((one) => one.itemId === itemId);
  assert.equal(line?.kind, 'scale');
  return line as Extract<ChangeLine, { kind: 'scale' }>;
}

describe('the next round of a survey', () => {
  it('is a draft with the same questions for the same people, kept in the same way; pressed twice it is one', async () => {
    const { deps, coordinator, people, first, round } = await forty('confidential');
    await assert.rejects(
      askAgain(deps, coordinator, first),
      (error) => isFailure(error, 'conflict') && error.reason === 'not-closed-yet',
    );
    await round(first, (place) => (place < 30 ? rating(place) : undefined));
    const next = await askAgain(deps, coordinator, first);
    const earlier = await findSurvey(deps, first);
    assert.deepEqual(
      [next.state, next.items, next.audience, next.mode, next.after, next.chainId],
      ['draft', earlier?.items, everybody, 'confidential', first, first],
    );
    assert.equal((await askAgain(deps, coordinator, first)).id, next.id);
    await assert.rejects(askAgain(deps, callerFor(people[1]!), first), (error) => isFailure(error, 'not-found'));
    await cancelSurvey(deps, coordinator, next.id);
    assert.notEqual((await askAgain(deps, coordinator, first)).id, next.id, 'one that was called off makes room');
  });

  it('says what a change of the questions does to the comparison', async () => {
    const { deps, coordinator, first, round } = await forty('anonymous');
    await round(first, rating);
    const { id, closesOn } = await askAgain(deps, coordinator, first);
    const before = (await roundsOf(deps, coordinator, id)).earlier;
    assert.deepEqual([before?.kept, before?.dropped, before?.added], [supportItems.length, [], []]);
    const text = { nl: 'Ik leer graag', fr: 'J’aime apprendre', de: 'Ich lerne gern', en: 'I like to learn' };
    const asks = [...supportItems.slice(1).map((one) => one.id), { kind: 'agree' as const, text }];
    await changeSurvey(deps, coordinator, id, { audience: everybody, closesOn, asks });
    const { earlier } = await roundsOf(deps, coordinator, id);
    assert.deepEqual(
      [earlier?.kept, earlier?.dropped, earlier?.added],
      [supportItems.length - 1, [supportItems[0]!.text.en], ['I like to learn']],
    );
  });

  it('compares a question only in the very same words', () => {
    const [one, two] = supportItems;
    const reworded = { ...one!, text: { ...one!.text, de: 'Anders' } };
    assert.deepEqual([isSameQuestion(one!, one!), isSameQuestion(one!, reworded)], [true, false]);
    const shared = sharedOf([one!, two!], [reworded, two!]);
    assert.deepEqual([shared.kept, shared.dropped, shared.added], [[two], [one], [reworded]]);
  });

  it('says better or worse by the good end of the question', () => {
    assert.deepEqual(
      [wayOf({ favours: 'agree' }, 0.3), wayOf({ favours: 'disagree' }, 0.3), wayOf({}, -0.3), wayOf({}, 0)],
      ['better', 'worse', 'lower', 'same'],
    );
  });
});

describe('what changed between two rounds', () => {
  it('is told of the same people where both were confidential, with how they moved', async () => {
    const { deps, coordinator, first, round, again } = await forty('confidential');
    await round(first, rating);
    const second = await again(first);
    assert.equal((await roundsOf(deps, coordinator, second)).changes, undefined, 'not while it runs');
    await round(second, later);
    const { earlier, changes } = await roundsOf(deps, coordinator, second);
    assert.deepEqual([earlier?.isLinked, changes?.length], [true, supportItems.filter(isScale).length]);
    const line = scale(changes);
    assert.deepEqual(line.linked?.people, { kind: 'band', from: 40, to: 59 });
    // 8 of each answer before; of 32 who said 1 to 4, two of three went up.
    assert.deepEqual([line.before, line.after, line.effect.change, line.way], [3, 3.5, 0.5, 'better']);
    assert.deepEqual([line.linked?.down, line.linked!.up + line.linked!.same], [0, 100]);
    assert.ok(line.linked!.up >= 50 && line.linked!.up <= 60);
    assert.ok(line.effect.interval![0] > 0 && line.effect.interval![1] < 1);
    assert.equal(line.effect.size, 'small');
  });

  it('is told of everybody in each round where answers were anonymous, and nothing links them', async () => {
    const { deps, coordinator, first, round, again } = await forty('anonymous');
    await round(first, rating);
    const second = await again(first);
    await round(second, later);
    const { earlier, changes } = await roundsOf(deps, coordinator, second);
    assert.equal(earlier?.isLinked, false);
    const line = scale(changes);
    assert.deepEqual([line.linked, line.before, line.after], [undefined, 3, 3.5]);
    assert.equal((await comparisons.list(deps.tables, second)).length, 0);
  });

  it('is told once and never moves, and shows only what the release told', async () => {
    const { deps, people, coordinator, first, round, again } = await forty('confidential');
    await round(first, rating);
    const second = await again(first);
    await round(second, later);
    const before = await roundsOf(deps, coordinator, second);
    for (const { id } of people.slice(0, 4)) await takeBack(deps, id, second);
    await finishRound(deps, second);
    await releaseComparison(deps, { surveyId: second, earlierIds: [first], items: [], attributes: [], floor: 5 });
    assert.deepEqual(await roundsOf(deps, coordinator, second), before);
    const [basis] = await linkBases.list(deps.tables, second);
    assert.ok(basis && Object.keys(basis.value.items).length > 0);
    assert.equal((await linkLedger.list(deps.tables, second))[0]?.value.ids.length, 40);
  });

  it('leaves those out who took an answer back, and is audited as if it were still there', async () => {
    const { deps, people, coordinator, first, round, again } = await forty('confidential');
    await round(first, rating);
    const told = await surveyPageOf(deps, coordinator, first);
    assert.equal(await takeBack(deps, people[7]!.id, first), true);
    const second = await again(first);
    await round(second, later);
    assert.deepEqual(figuresOf(await surveyPageOf(deps, coordinator, first)), figuresOf(told));
    assert.equal((await linkLedger.list(deps.tables, second))[0]?.value.ids.length, 39);
    const [basis] = await linkBases.list(deps.tables, second);
    // One alone answered the earlier round only: five are left out so that nobody can be told apart by taking one from the other.
    for (const { leftOut } of Object.values(basis!.value.items)) assert.ok(leftOut >= 4);
    const line = scale((await roundsOf(deps, coordinator, second)).changes);
    assert.ok(line.linked === undefined || line.linked.people.kind === 'band');
  });

  it('is not told of the same people when more took their answers back than can be proved to stay safe', async () => {
    const { deps, people, coordinator, first, round, again } = await forty('confidential');
    await round(first, rating);
    for (const { id } of people.slice(0, 3)) await takeBack(deps, id, first);
    const second = await again(first);
    await round(second, later);
    const { changes } = await roundsOf(deps, coordinator, second);
    assert.equal(scale(changes).linked, undefined, 'it falls back on everybody in each round');
  });

  it('goes on from round to round, and what the second told binds the third', async () => {
    const { deps, people, coordinator, first, round, again } = await forty('confidential');
    await round(first, rating);
    const second = await again(first);
    await round(second, later);
    const third = await again(second);
    await round(third, (place) => (place % 10 === 0 ? undefined : rating(place + 1)));
    const { earlier, changes } = await roundsOf(deps, coordinator, third);
    assert.deepEqual([earlier?.id, earlier?.isLinked], [second, true]);
    assert.equal(scale(changes).kind, 'scale');
    assert.ok((await linkLedger.list(deps.tables, third))[0]!.value.ids.length === 36 && people.length === 40);
  });
});

describe('who answered', () => {
  it('is told of everybody and of the parts where it shows of nobody whether they did', async () => {
    const { deps, coordinator, first, round } = await forty('confidential');
    await round(first, (place) => (place < 6 || place >= 20 ? rating(place) : undefined));
    const { overall, rates, least } = await roundsOf(deps, coordinator, first);
    assert.equal(overall, 65);
    const told = Object.fromEntries(rates.map(({ part, rate }) => [part.value, rate] as const));
    assert.deepEqual(told, { Care: 100, Finance: 30, Ghent: 65 });
    assert.ok(rates.every(({ asked }) => asked.kind === 'band'));
    assert.deepEqual([least?.part.value, least?.rate], ['Finance', 30]);
  });

  it('is told of no part of which one to four are missing, nor before it has closed', async () => {
    const { deps, coordinator, first, round } = await forty('anonymous');
    assert.deepEqual((await roundsOf(deps, coordinator, first)).rates, []);
    await round(first, (place) => (place < 6 || (place >= 20 && place !== 30) ? rating(place) : undefined));
    const { overall, rates } = await roundsOf(deps, coordinator, first);
    const told = Object.fromEntries(rates.map(({ part, rate }) => [part.value, rate] as const));
    assert.deepEqual([overall, told], [63, { Care: undefined, Finance: undefined, Ghent: 65 }]);
  });
});

describe('a line about a change', () => {
  const release = (mean: number, share: number): Release => ({
    ...{ number: 1, at: 0, isFinal: true, someLeftOut: false, responses: { kind: 'exact', people: 50 } },
    figures: [
      { state: 'shown', itemId: 'time', shares: [10, 20, 40, 20, 10], mean },
      { state: 'shown', itemId: 'how--talk', shares: [100 - share, share, 0, 0, 0], mean: 1.5 },
      { state: 'withheld', itemId: 'how--read', reason: 'too-few' },
    ],
  });
  const four = (text: string) => ({ nl: text, fr: text, de: text, en: text });
  const time: Question = { id: 'time', kind: 'agree', text: four('Time'), favours: 'disagree' };
  const options = ['talk', 'read'].map((id) => ({ id, text: four(id) }));
  const how: Question = { id: 'how', kind: 'several', text: four('How'), options };

  it('rests on released figures alone, and a choice is told answer by answer', () => {
    const lines = changesOf([time, how], { before: release(3, 30), after: release(3.8, 45), linked: [] });
    assert.equal(scale(lines).way, 'worse');
    assert.deepEqual(lines[1], {
      kind: 'options',
      itemId: 'how',
      options: [{ id: 'talk', before: 30, after: 45 }, { id: 'read' }],
    });
  });

  it('says that it is not told where one of the rounds is silent', () => {
    const silent = { ...release(3, 30), figures: [] };
    const lines = changesOf([time, how], { before: silent, after: release(3.8, 45), linked: [] });
    assert.deepEqual(
      lines.map(({ kind }) => kind),
      ['untold', 'untold'],
    );
  });
});

function isScale({ kind }: { readonly kind: string }): boolean {
  return kind === 'agree' || kind === 'one' || kind === 'several';
}

function figuresOf({ results, parts }: SurveyPage) {
  return { results, parts };
}
