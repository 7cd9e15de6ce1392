import assert from 'node:assert/strict';
import { routes } from '../../../../src/api/routes.ts';
import { meetings } from '../../../../src/features/meetings/store.ts';
import { removeGoal } from '../../../../src/features/pairs/goals/usecases.ts';
import type { CertificateDraft } from '../../../../src/features/recognition/certificate/model.ts';
import { addToProfileLink } from '../../../../src/features/recognition/certificate/rules.ts';
import {
  makeCertificate,
  myCertificates,
  paperOf,
  withdrawCertificate,
} from '../../../../src/features/recognition/certificate/usecases.ts';
import {
  certificateLinks,
  certificates,
  linksPartition,
} from '../../../../src/features/recognition/certificate/store.ts';
import { say } from '../../../../src/features/recognition/certificate/words.ts';
import { pathOf } from '../../../../src/features/training/rules.ts';
import { courseIn } from '../../../../src/features/training/store.ts';
import type { Caller } from '../../../../src/platform/doors.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { languages } from '../../../../src/platform/words.ts';
import { knownTokens, startApi } from '../../../support/api.ts';
import { aPerson, callerFor } from '../../../support/app.ts';
import { failuresOfPdf } from '../../../support/pdf-ua.ts';
import { readPdf } from '../../../support/papers.ts';
import { aPair, completed, goalText, meet } from '../completed.ts';

const isNotThere = (error: unknown): boolean => isFailure(error) && error.reason === 'certificate-not-there';
const everything = (goalId: string, over: Partial<CertificateDraft> = {}): CertificateDraft => ({
  ...{ hours: true, courses: true, goals: [goalId], language: 'en' },
  ...over,
});

async function world() {
  const made = await completed();
  const api = await startApi({ deps: made.deps, entra: knownTokens, routes });
  const linkOf = async (who: Caller = made.mentee): Promise<string> =>
    new URL((await myCertificates(made.deps, who))[0]!.made!.link).pathname;
  const page = async (path: string) => {
    const { status, text } = await api.ask({ path });
    return { status, title: /<h1>([^<]*)</.exec(text)?.[1], text };
  };
  const make = (over: Partial<CertificateDraft> = {}) =>
    makeCertificate(made.deps, made.mentee, made.of, everything(made.goalId, over));
  return { ...made, api, linkOf, page, make };
}

describe('a certificate of completion', () => {
  for (const language of languages)
    it(`is a tagged PDF with its language, title, own fonts and a code that has a text, in ${language}`, async () => {
      const { deps, mentee, of, make, api, linkOf } = await world();
      await api.close();
      await make({ language });
      for (const kind of ['certificate', 'letter'] as const) {
        const file = await paperOf(deps, mentee, of, kind);
        assert.match(file.name, /^[a-z]+-grow-2026-05-\d\d\.pdf$/);
        const raw = Buffer.from(file.bytes).toString('latin1');
        assert.match(raw, /\/DisplayDocTitle true/);
        assert.match(raw, /\/StructTreeRoot/);
        assert.match(raw, /pdfuaid:part>1</);
        assert.deepEqual(await failuresOfPdf(file.bytes), []);
        const read = await readPdf(file.bytes);
        assert.deepEqual([read.hasTags, read.fontsOutside, read.lang?.slice(0, 2)], [true, [], language]);
        assert.equal(read.title, say(language, kind === 'letter' ? 'letter.title' : 'title'));
        assert.equal(read.roles.filter(({ role }) => role === 'H1').length, 1);
        assert.ok(read.roles.some(({ role }) => role === 'P'));
        const codes = read.roles.filter(({ role }) => role === 'Figure');
        assert.deepEqual(codes, [{ role: 'Figure', alt: `${deps.config.baseUrl}${await linkOf()}` }]);
        const text = read.text.replaceAll(/\s+/g, ' ');
        for (const said of ['Samira El Haddad', 'Grow', goalText]) assert.ok(text.includes(said), `${kind}: ${said}`);
        for (const id of pathOf('mentee'))
          assert.ok(text.includes(courseIn(id, language).title.replaceAll(/\s+/g, ' ')), id);
        assert.ok(!text.includes('Jan De Smet'), 'the other of the pair');
      }
    });

  it('has on it what was ticked and nothing else, and no goal unless its person wants it', async () => {
    const { deps, mentee, mentor, of, make, api, page, linkOf } = await world();
    try {
      await make({ hours: false, courses: false, goals: [] });
      const { text } = await readPdf((await paperOf(deps, mentee, of, 'certificate')).bytes);
      const shown = (await page(await linkOf())).text;
      for (const one of [text, shown]) {
        assert.ok(one.includes('Samira El Haddad'));
        for (const hidden of [goalText, 'hours', courseIn('setting-goals', 'en').title])
          assert.ok(!one.includes(hidden));
      }
      await make();
      assert.match((await page(await linkOf())).text, /There were 2 meetings, 2 hours in all\./);
      // A mentor's paper does not carry the mentee's words.
      const [offer] = await myCertificates(deps, mentor);
      assert.deepEqual([offer?.side, offer?.goals, offer?.all.goals], ['mentor', [], []]);
    } finally {
      await api.close();
    }
  });

  it('is there for whoever completed a programme, on that side, and for nobody else', async () => {
    const { deps, mentee, mentor, of, goalId, api } = await world();
    await api.close();
    const make = (who: Caller, at: typeof of | { programmeId: string; side: 'mentor' }) =>
      makeCertificate(deps, who, at, everything(goalId));
    await assert.rejects(make(mentor, of), isNotThere);
    await assert.rejects(make(mentee, { ...of, side: 'mentor' }), isNotThere);
    await assert.rejects(make(callerFor(aPerson(900)), of), isNotThere);
    await assert.rejects(paperOf(deps, mentee, of, 'certificate'), isNotThere);
    const early = await aPair();
    await meet(early, 1);
    early.app.pass({ days: 3 });
    assert.deepEqual(await myCertificates(early.deps, early.mentee), []);
    // The programme's last day.
    early.app.pass({ days: 300 });
    assert.equal((await myCertificates(early.deps, early.mentee)).length, 1);
  });

  it('is the same when it is made twice, and the letter was read before', async () => {
    const { app, deps, mentee, make, linkOf, api } = await world();
    await api.close();
    // Two presses at one moment, and one later.
    await Promise.all([make(), make()]);
    const before = await linkOf();
    app.pass({ days: 3 });
    await make();
    assert.equal(await linkOf(), before);
    const [{ made } = { made: undefined }] = await myCertificates(deps, mentee);
    assert.match(made?.letter.join(' ') ?? '', /To whoever reads this .*As a mentee, Samira El Haddad made time/);
    assert.equal((await certificateLinks.list(deps.tables, linksPartition)).length, 1);
  });

  it('leads to LinkedIn’s own form with its name, month and link, and sends nothing', () => {
    const facts = { programme: 'Grow & go', side: 'mentor', to: '2026-05-02' } as never;
    const { origin, pathname, searchParams } = new URL(addToProfileLink({ language: 'en', facts }, 'https://x.test/c'));
    assert.equal(origin + pathname, 'https://www.linkedin.com/profile/add');
    assert.deepEqual(Object.fromEntries(searchParams), {
      ...{ startTask: 'CERTIFICATION_NAME', name: 'Mentor in Grow & go', issueYear: '2026', issueMonth: '5' },
      certUrl: 'https://x.test/c',
    });
  });
});

describe('the link on a certificate', () => {
  it('says without sign-in that it is valid, in every language, with a policy that lets nothing in', async () => {
    const { api, make, linkOf } = await world();
    try {
      await make();
      const path = await linkOf();
      for (const language of languages) {
        const { status, headers, text } = await api.ask({ path, language });
        assert.equal(status, 200);
        assert.ok(text.includes(`<h1>${say(language, 'verify.valid')}</h1>`), text);
        assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
        assert.equal(headers.get('x-robots-tag'), 'noindex');
      }
    } finally {
      await api.close();
    }
  });

  it('says changed, and nothing else, for a code that was altered, an older paper, and records that say something else', async () => {
    const { app, api, deps, at, goalId, mentee, make, linkOf, page } = await world();
    const changed = say('en', 'verify.changed');
    const isBare = async (path: string) => {
      const { title, text } = await page(path);
      assert.deepEqual([title, text.includes('Samira')], [changed, false]);
    };
    try {
      await make();
      const first = await linkOf();
      const last = first.at(-1) === '0' ? '1' : '0';
      await isBare(first.slice(0, -1) + last);
      await isBare(first.split('-')[0]!);
      await make({ goals: [] });
      await isBare(first);
      const second = await linkOf();
      assert.equal((await page(second)).title, say('en', 'verify.valid'));
      // One of the two says afterwards that they did not meet.
      const [row] = await meetings.list(deps.tables, at.programmeId, at.pairId);
      const met = [{ personId: mentee.personId, said: 'no' as const }];
      await deps.tables.commit([meetings.replace(row!, { ...row!.value, met })]);
      await isBare(second);
      assert.equal((await myCertificates(deps, mentee))[0]?.made?.state, 'changed');
      await make();
      const third = await linkOf();
      assert.equal((await page(third)).title, say('en', 'verify.valid'));
      await removeGoal(deps, mentee, { ...at, pairGoalId: goalId });
      await isBare(third);
      app.pass({ days: 1 });
      await make();
      assert.equal((await page(await linkOf())).title, say('en', 'verify.valid'));
    } finally {
      await api.close();
    }
  });

  it('says withdrawn once its holder took it back, keeps nothing of them, and a new one has a new code', async () => {
    const { api, deps, mentee, of, make, linkOf, page } = await world();
    try {
      await make();
      const path = await linkOf();
      for (let press = 0; press < 2; press += 1) await withdrawCertificate(deps, mentee, of);
      const { title, text } = await page(path);
      assert.deepEqual([title, text.includes('Samira')], [say('en', 'verify.withdrawn'), false]);
      assert.deepEqual(await certificates.list(deps.tables, mentee.personId), []);
      const links = await certificateLinks.list(deps.tables, linksPartition);
      assert.ok(!JSON.stringify(links).includes(mentee.personId));
      await make();
      assert.notEqual((await linkOf()).split('-')[0], path.split('-')[0]);
      assert.equal((await page(path)).title, say('en', 'verify.withdrawn'));
    } finally {
      await api.close();
    }
  });

  it('knows no code that was guessed, and none of a person of whom nothing is kept any more', async () => {
    const { api, deps, mentee, make, linkOf, page } = await world();
    try {
      await make();
      const path = await linkOf();
      for (const guess of [
        `/certificate/${'0'.repeat(40)}-${'0'.repeat(32)}`,
        '/certificate/..%2f',
        '/certificate/-',
      ]) {
        const { status, title } = await page(guess);
        assert.deepEqual([status, title], [404, say('en', 'verify.unknown')]);
      }
      const [row] = await certificates.list(deps.tables, mentee.personId);
      await deps.tables.commit([certificates.remove(row!)]);
      assert.equal((await page(path)).status, 404);
    } finally {
      await api.close();
    }
  });

  it('holds no word of a person as markup', async () => {
    const { api, app, make, linkOf, page } = await world();
    try {
      await app.addPeople(aPerson(1, { name: '<img src=x onerror=alert(1)>' }));
      await make();
      assert.ok(!(await page(await linkOf())).text.includes('<img'));
    } finally {
      await api.close();
    }
  });
});
