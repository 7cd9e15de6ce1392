import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CircleText } from '../../../../src/features/training/circle/model.ts';
import {
  inOrder,
  isMentorHere,
  isNew,
  isWanted,
  isYoung,
  mentorsIn,
  seatOf,
  threadsOf,
} from '../../../../src/features/training/circle/rules.ts';

const own = { programmeId: 'p1', mentorId: 'a', state: 'active', activeAt: 1 } as const;
const facts = { personId: 'a', programmeId: 'p1', isHost: false, pairs: [own], application: 'applied' } as const;

const text = (id: string, over: Partial<CircleText> = {}): CircleText => ({
  ...{ id, questionId: id, title: 'A question', topic: 'feedback', text: '', language: 'nl', on: '2026-03-03' },
  ...{ place: 0, mark: 'm', helped: [], version: 1, ...over },
});
const answer = (questionId: string, id: string, place: number): CircleText =>
  text(id, { questionId, place, title: undefined, topic: undefined });

describe('who sits in a mentors’ circle', () => {
  it('is a mentor in a pair that goes on or rests, and one who was, as long as they take part', () => {
    const seat = (over: object) => seatOf({ ...facts, ...over });
    assert.equal(seat({}), 'mentor');
    assert.equal(seat({ pairs: [{ ...own, state: 'paused' }] }), 'mentor');
    assert.equal(seat({ application: 'withdrawn' }), 'mentor', 'the pair goes on');
    const ended = { ...own, state: 'ended' };
    assert.equal(seat({ pairs: [ended] }), 'mentor');
    assert.equal(seat({ pairs: [ended], application: 'withdrawn' }), undefined);
    assert.equal(seat({ pairs: [{ ...ended, activeAt: undefined }] }), undefined, 'it never began');
  });

  it('is nobody by an application alone, by an offer, as a mentee, or by a pair elsewhere', () => {
    for (const pairs of [
      [],
      [{ ...own, state: 'offered' as const }],
      [{ ...own, mentorId: 'b' }],
      [{ ...own, programmeId: 'p2' }],
    ])
      assert.equal(isMentorHere({ ...facts, pairs }), false);
  });

  it('is a host who coordinates, a mentor or not', () => {
    assert.equal(seatOf({ ...facts, isHost: true }), 'host');
    assert.equal(seatOf({ ...facts, isHost: true, pairs: [] }), 'host');
  });

  it('counts mentors of living pairs once, and no guest', () => {
    const pairs = [own, { ...own }, { ...own, mentorId: 'b' }, { ...own, mentorId: 'c', state: 'ended' as const }];
    assert.equal(mentorsIn(pairs, new Set()), 2);
    assert.equal(mentorsIn(pairs, new Set(['b'])), 1);
  });
});

describe('the texts of a circle', () => {
  it('can be changed on their day and the next, and are new for two weeks', () => {
    const one = text('a', { on: '2026-02-28' });
    assert.deepEqual(
      ['2026-02-28', '2026-03-01', '2026-03-02'].map((today) => isYoung(one, today)),
      [true, true, false],
    );
    assert.deepEqual(
      ['2026-03-13', '2026-03-14'].map((today) => isNew(one, today)),
      [true, false],
    );
  });

  it('stand with what is pinned first, then for hosts what waits, then the newest', () => {
    const threads = threadsOf([
      text('old', { on: '2026-03-01' }),
      text('new', { on: '2026-03-05' }),
      text('pin', { on: '2026-02-01', pinned: true }),
      answer('new', 'x', 1),
    ]);
    const ids = (seat: 'host' | 'mentor') => inOrder(threads, seat).map(({ question }) => question.id);
    assert.deepEqual(ids('mentor'), ['pin', 'new', 'old']);
    assert.deepEqual(ids('host'), ['pin', 'old', 'new']);
  });

  it('keep the order of answers, and leave out those whose question is gone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (places) => {
        const all = [...places.map((place) => answer('q', `a${place}`, place)), text('q'), answer('gone', 'z', 1)];
        const [thread, ...more] = threadsOf(all);
        assert.deepEqual(more, []);
        assert.deepEqual(
          thread?.answers.map(({ place }) => place),
          [1, 2, 3, 4, 5],
        );
      }),
    );
  });

  it('are found by topic, language, what waits, what is mine, and words of question and answers without their accents', () => {
    const [thread] = threadsOf([
      text('q', { title: 'Élan in het gesprek' }),
      { ...answer('q', 'a', 1), text: 'Stilte', mark: 'me' },
    ]);
    const wanted = (query: object) => isWanted(thread!, query, ({ mark }) => mark === 'me');
    for (const query of [{}, { topic: 'feedback' }, { language: 'nl' }, { show: 'mine' }, { search: 'elan stilte' }])
      assert.ok(wanted(query), JSON.stringify(query));
    for (const query of [{ topic: 'ending' }, { language: 'fr' }, { show: 'unanswered' }, { search: 'vreugde' }])
      assert.ok(!wanted(query), JSON.stringify(query));
  });
});
