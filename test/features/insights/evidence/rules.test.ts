import assert from 'node:assert/strict';
import {
  facts,
  lineIds,
  standards,
  type Facts,
  type LineId,
} from '../../../../src/features/insights/evidence/model.ts';
import { packPaper } from '../../../../src/features/insights/evidence/paper/rules.ts';
import { linesOf } from '../../../../src/features/insights/evidence/rules.ts';
import type { Section } from '../../../../src/features/insights/report/model.ts';
import { languages } from '../../../../src/platform/words.ts';

/** A programme of which nothing is there yet. */
const nothing: Facts = {
  ...{ goals: 0, support: 'none', hasSponsor: false, knowsNeeds: false, untranslated: 3 },
  ...{ offeredCourse: 0, endedCourse: 0, informsManagers: false, sources: 0, mentees: 0, mentors: 0 },
  ...{ hasPublished: false, hasFairness: false, pairs: 0, parted: 0, checkInsReleased: false, surveysReleased: 0 },
  ...{ findings: 0, told: 0, reportWords: 0, identitySet: false, stories: 0, thanks: 0, choosing: 'no-criteria' },
  ...{ coordinators: 1, hasLastDay: false, notReached: 3, waitForWord: 2 },
};

/** What makes each line true, alone. */
const flips: Readonly<Record<LineId, Partial<Facts>>> = {
  goals: { goals: 1 },
  support: { support: 'go-if' },
  sponsor: { hasSponsor: true },
  needs: { knowsNeeds: true },
  languages: { untranslated: 0 },
  'course-offered': { offeredCourse: 1 },
  'course-ended': { endedCourse: 1 },
  managers: { informsManagers: true },
  channels: { sources: 2 },
  applications: { mentees: 1, mentors: 1 },
  criteria: { choosing: 'criteria' },
  published: { hasPublished: true },
  fairness: { hasFairness: true },
  'both-sides': { pairs: 1 },
  'check-ins': { checkInsReleased: true },
  surveys: { surveysReleased: 1 },
  answered: { findings: 2, told: 2 },
  report: { reportWords: 1 },
  identity: { identitySet: true },
  consent: { stories: 1 },
  'no-fault': { parted: 1 },
  team: { coordinators: 2 },
  'last-day': { hasLastDay: true },
  reached: { notReached: 0 },
  words: { waitForWord: 0 },
  recognition: { thanks: 1 },
};

const thereIn = (one: Facts): LineId[] =>
  linesOf(facts.parse(one), 'p1', 'en')
    .flatMap(({ lines }) => lines)
    .flatMap(({ id, isThere }) => (isThere ? [id] : []));

describe('the evidence pack', () => {
  it('finds nothing where nothing is, and has every line under one of the six standards', () => {
    assert.deepEqual(thereIn(nothing), []);
    const all = linesOf(nothing, 'p1', 'en');
    assert.deepEqual(
      all.map(({ standard }) => standard),
      standards,
    );
    assert.deepEqual(all.flatMap(({ lines }) => lines.map(({ id }) => id)).toSorted(), [...lineIds].toSorted());
    assert.ok(all.every(({ lines }) => lines.length >= 3));
  });

  for (const id of lineIds)
    it(`flips ${id} with its fact, and nothing else`, () => {
      assert.deepEqual(thereIn({ ...nothing, ...flips[id] }), [id]);
    });

  it('is not satisfied with half: one side that applied, or what was taken up and not told', () => {
    assert.deepEqual(thereIn({ ...nothing, mentees: 4 }), []);
    assert.deepEqual(thereIn({ ...nothing, findings: 2, told: 1 }), []);
    assert.deepEqual(thereIn({ ...nothing, support: 'not-yet' }), []);
  });

  it('says in four languages what is there or missing, where it is, and few people as a range only', () => {
    for (const language of languages) {
      const whole = Object.assign({}, nothing, ...Object.values(flips)) as Facts;
      for (const one of [nothing, whole])
        for (const { says, path } of linesOf(one, 'p1', language).flatMap(({ lines }) => lines)) {
          assert.ok(says.length > 15 && !says.includes('{'), says);
          assert.match(path, /^\/(programmes\/p1\/|surveys$|needs$|identity\/)/);
        }
      const ended = linesOf({ ...nothing, endedCourse: 3 }, 'p1', language).flatMap(({ lines }) => lines);
      assert.doesNotMatch(ended.find(({ id }) => id === 'course-ended')!.says, /3/);
    }
  });

  it('leaves as a paper with what is there, what is missing and the content of each', () => {
    const told = { blocks: [{ kind: 'text' as const, text: 'The content of the goals' }], unsaid: [] };
    const sections: Section[] = [{ id: 'goals', told: { nl: told, fr: told, de: told, en: told } }];
    const page = {
      ...{ programme: { id: 'p1', name: 'Grow' }, at: 0 },
      standards: linesOf({ ...nothing, goals: 2 }, 'p1', 'en'),
    };
    const paper = packPaper({ page, sections, language: 'en' });
    assert.equal(paper.sections.length, 7);
    const text = JSON.stringify(paper.sections[1]);
    assert.match(text, /There are goals with a measure and a target \(2\)/);
    assert.match(text, /Nobody in the management is named/);
    assert.match(text, /The content of the goals/);
    assert.match(JSON.stringify(paper.sections[0]), /1 of 5/);
  });
});
