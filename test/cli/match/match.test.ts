import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { match, type MatchAnswer, type MatchWish } from '../../../src/cli/match/match.ts';
import type { CircleProposal } from '../../../src/features/matching/engine/circles.ts';
import { readGraph } from '../../../src/cli/match/graph-files.ts';
import { readPeople, writeTemplate } from '../../../src/cli/match/people-files.ts';
import { UsageProblem } from '../../../src/cli/usage.ts';

const good = {
  'mentees.csv': 'id,wants,waited,group\nann,1,0,x\nbo,2,1,y\n',
  'mentors.csv': 'id,capacity\ncarl,1\ndina,2\n',
  'edges.csv': 'mentee,mentor,score,locked\nann,carl,5000,\nann,dina,4000,\nbo,carl,6000,\nbo,dina,3000,\n',
};
type Files = Partial<Record<string, string | Buffer>>;
let folder = '';

function written(files: Files): string {
  const dir = mkdtempSync(join(folder, 'm-'));
  for (const [name, text] of Object.entries(files)) if (text !== undefined) writeFileSync(join(dir, name), text);
  return dir;
}

const edges = (rows: string): Files => ({ ...good, 'edges.csv': `mentee,mentor,score,locked\n${rows}` });
const mentees = (rows: string): Files => ({ ...good, 'mentees.csv': `id,wants,waited,group\n${rows}` });
const mentors = (rows: string): Files => ({ ...good, 'mentors.csv': `id,capacity\n${rows}` });
const own = 'ann,carl,5000,\n';

/** What is broken, and what the message must say. */
const broken: readonly [what: string, files: Files, says: RegExp][] = [
  ['a missing file', { ...good, 'edges.csv': undefined }, /edges\.csv is not there/],
  ['an empty file', { ...good, 'mentors.csv': '' }, /mentors\.csv, row 1: is empty/],
  ['a missing column', { ...good, 'mentors.csv': 'id\ncarl\n' }, /row 1: the column "capacity" is missing; found: id/],
  ['an unknown column', { ...good, 'mentors.csv': 'id,capacity,age\ncarl,1,3\n' }, /nobody knows a column "age"/],
  ['a column twice', { ...good, 'mentors.csv': 'id,capacity,id\ncarl,1,3\n' }, /the column "id" is there twice/],
  ['too few cells', mentors('carl\ndina,2\n'), /mentors\.csv, row 2: has 1 cells, but there are 2 columns/],
  ['too many cells', mentors('carl,1,9\ndina,2\n'), /row 2: has 3 cells/],
  ['a quote that is never closed', mentors('"carl,1\ndina,2\n'), /row 2: a quote is opened and never closed/],
  ['text after a quote', mentors('"carl"x,1\n'), /row 2: something follows a closing quote/],
  ['an empty id', mentees(',1,0,x\n'), /mentees\.csv, row 2: "id" is empty/],
  ['a very long id', mentees(`${'a'.repeat(201)},1,0,x\n`), /longer than 200 characters/],
  ['a control character in an id', mentees('a\u0007b,1,0,x\n'), /"id" holds a control character/],
  ['a mentee twice', mentees('ann,1,0,x\nbo,1,0,x\nann,1,0,x\n'), /row 4: "ann" stands in row 2 already/],
  ['a mentor twice', mentors('carl,1\ndina,1\ncarl,2\n'), /mentors\.csv, row 4: "carl" stands in row 2 already/],
  ['wants that is no number', mentees('ann,one,0,x\n'), /"wants" is "one", which is no number/],
  ['half a place wanted', mentees('ann,1.5,0,x\n'), /"wants" is 1\.5; only whole numbers count/],
  ['four mentors wanted', mentees('ann,4,0,x\n'), /"wants" is 4; it must be from 0 to 3/],
  ['an unclear waited', mentees('ann,1,perhaps,x\n'), /"waited" is "perhaps"; it must be 1 or 0/],
  ['a capacity below 0', mentors('carl,-1\n'), /"capacity" is -1; it must be from 0 to 1000/],
  ['a capacity left empty', mentors('carl,\n'), /"capacity" is "", which is no number/],
  ['an unknown mentee', edges('zoe,carl,5000,\n'), /edges\.csv, row 2: there is no mentee "zoe" in mentees\.csv/],
  ['an unknown mentor', edges('ann,zoe,5000,\n'), /row 2: there is no mentor "zoe" in mentors\.csv/],
  ['a score that is no number', edges(`${own}bo,carl,high,\n`), /row 3: "score" is "high", which is no number/],
  ['half a point', edges('ann,carl,0.5,\n'), /"score" is 0\.5; only whole numbers count/],
  ['a score out of range', edges('ann,carl,10001,\n'), /"score" is 10001; it must be from 0 to 10000/],
  ['a pair twice', edges(`${own}bo,carl,1,\n${own}`), /row 4: the pair "ann" and "carl" stands in row 2 already/],
  ['an unclear lock', edges('ann,carl,5,maybe\n'), /"locked" is "maybe"/],
  [
    'more locks than a mentee wants',
    edges('ann,carl,5,1\nann,dina,5,1\n'),
    /rows 2, 3 contradict each other: mentee "ann"/,
  ],
  [
    'more locks than a mentor has places',
    edges('ann,carl,5,1\nbo,carl,5,1\n'),
    /rows 2, 3 contradict each other: mentor "carl"/,
  ],
  [
    'a lock on a mentor without a place',
    { ...edges('ann,carl,5,1\n'), 'mentors.csv': 'id,capacity\ncarl,0\n' },
    /row 2: mentor "carl" has 0 places/,
  ],
  ['no pair at all', edges(''), /holds no pair: nobody can be matched/],
  [
    'another encoding',
    { ...good, 'mentees.csv': Buffer.from('id,wants,waited,group\nzo\xEB,1,0,x\n', 'latin1') },
    /row 2: is not UTF-8/,
  ],
  ['a workbook', { ...good, 'mentees.csv': Buffer.from('PK\x03\x04\0\0') }, /is no text \(is it an \.xlsx\?/],
];

const brokenPeople: readonly [what: string, file: string, text: string, says: RegExp][] = [
  ['policy that is no JSON', 'policy.json', '{', /policy\.json: is no JSON/],
  ['a weight below 0', 'policy.json', '{"weights":{"topics":-1}}', /policy\.json: weights\.topics/],
  ['an unknown weight', 'policy.json', '{"weights":{"charm":1}}', /policy\.json: weights: .*charm/],
  ["nobody's language", 'mentors.csv', 'id,capacity,languages,offers\ncarl,1,,x\n', /row 2: "languages" is empty/],
  [
    'an unknown level',
    'mentors.csv',
    'id,capacity,languages,offers\ncarl,1,nl,x:lots\n',
    /"offers" is "lots"; it must be one of some, much/,
  ],
  [
    'an unknown way to meet',
    'mentors.csv',
    'id,capacity,languages,offers,meeting\ncarl,1,nl,x,bar\n',
    /"meeting" is "bar"/,
  ],
];

function aWish(overrides: Partial<MatchWish>): MatchWish {
  return { noFloor: false, circles: false, json: true, language: 'en', out: join(folder, 'answer.json'), ...overrides };
}

async function answered(wish: Partial<MatchWish>): Promise<MatchAnswer> {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    assert.equal(await match(aWish(wish)), 0);
  } finally {
    process.stdout.write = write;
  }
  return JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8')) as MatchAnswer;
}

describe('tandem match', () => {
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tandem-match-'))));
  after(() => rmSync(folder, { recursive: true }));

  for (const [what, files, says] of broken) {
    it(`says clearly what is wrong: ${what}`, () => {
      assert.throws(
        () => readGraph(written(files)),
        (error) => error instanceof UsageProblem && says.test(error.message),
      );
    });
  }

  for (const [what, file, text, says] of brokenPeople) {
    it(`says clearly what is wrong with people: ${what}`, () => {
      const dir = written({});
      writeTemplate(dir);
      writeFileSync(join(dir, file), text);
      assert.throws(
        () => readPeople(dir),
        (error) => error instanceof UsageProblem && says.test(error.message),
      );
    });
  }

  it('says what is missing on the command line', async () => {
    await assert.rejects(match(aWish({})), /name one of --graph DIR and --people DIR/);
    await assert.rejects(match({ ...aWish({ graph: folder }), out: undefined }), /--out FILE is missing/);
    await assert.rejects(match(aWish({ graph: join(folder, 'nowhere') })), /there is no folder/);
  });

  it('answers a graph with pairs, who is left, the objective and prices that prove it', async () => {
    const answer = await answered({ graph: written(good), picture: join(folder, 'scores.svg') });
    assert.deepEqual(
      answer.pairs,
      [
        ['ann', 'dina', 4000],
        ['bo', 'carl', 6000],
        ['bo', 'dina', 3000],
      ].slice(0, answer.pairs.length),
    );
    assert.deepEqual([answer.objective.mentees, answer.left, answer.certificate.gap], [2, [], 0]);
    assert.match(readFileSync(join(folder, 'scores.svg'), 'utf8'), /^<svg [\s\S]*<\/svg>\n$/);
  });

  it('reads semicolons, quotes and a byte order mark as spreadsheets write them', async () => {
    const files = {
      ...good,
      'mentees.csv': '\uFEFFid;wants\r\n"ann";1\r\nbo;2\r\n',
    };
    assert.equal((await answered({ graph: written(files), noFloor: true })).objective.mentees, 2);
  });

  it('matches the people of its own template, and writes reasons in each language', async () => {
    const dir = join(folder, 'people');
    mkdirSync(dir);
    writeTemplate(dir);
    for (const language of ['nl', 'fr', 'de', 'en'] as const) {
      const answer = await answered({ people: dir, language });
      assert.equal(answer.pairs.length, 2);
      const reasons = readFileSync(join(folder, 'reasons.csv'), 'utf8');
      assert.doesNotMatch(reasons, /excluded|asked|picks/);
      assert.match(reasons, /negotiating/);
    }
  });

  it('forms circles of people, and says how near they are to the best possible', async () => {
    const people = {
      'mentees.csv': `id,wants,languages,topics,times\n${['ann', 'bo', 'cy', 'di'].map((id) => `${id},1,nl,law,mon|tue\n`).join('')}`,
      'mentors.csv': 'id,capacity,languages,offers,times\nmia,3,nl|fr,law|music,tue\n',
    };
    await answered({ people: written(people), circles: true });
    const rows = readFileSync(join(folder, 'circles.csv'), 'utf8').split('\r\n');
    assert.deepEqual(rows.slice(0, 2), ['mentor,topic,language,time,mentee,score', 'mia,law,nl,tue,ann,6500']);
    assert.equal(rows.length, 5);
    const { left, totals, bound } = JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8')) as CircleProposal;
    assert.deepEqual([left, totals], [['di'], bound]);
    await assert.rejects(match(aWish({ graph: written(good), circles: true })), /--circles needs --people/);
  });
});
