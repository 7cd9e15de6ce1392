import assert from 'node:assert/strict';
import { routes } from '../../../src/api/routes.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { say } from '../../../src/features/training/gate/words.ts';
import { trainingJobs } from '../../../src/features/training/jobs.ts';
import { say as ownSay } from '../../../src/features/training/own/words.ts';
import { pathOf } from '../../../src/features/training/rules.ts';
import { completeCourse } from '../../../src/features/training/usecases.ts';
import { say as courseSay } from '../../../src/features/training/words.ts';
import { addApplication, addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson } from '../../support/app.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { courseOffice } from './own/own-course.ts';

const [coordinator, mentee] = [aPerson(900), aPerson(1)];
const english = { locale: 'en-gb' } as const;

describe('the courses of the organisation before the match', function () {
  this.timeout(300_000);
  let office: Awaited<ReturnType<typeof courseOffice>>;
  let tab: Awaited<ReturnType<typeof startTestTab>>;
  let who: { personId: string; roles: string[] };

  before(async () => {
    office = await courseOffice({ jobs: trainingJobs });
    const { app, deps } = office;
    Object.assign(deps, { directory: { workingHours: async () => usualHours } });
    await app.addPeople(coordinator, mentee);
    await addProgramme(app, coordinator);
    await addApplication(app, mentee.id, someAnswers());
    for (const id of pathOf('mentee')) await completeCourse(deps, mentee.id, id);
    const link = await office.link();
    await office.publish(link, { onlyThese: true });
    const verifyTabToken = async () => ({ ...who, name: 'Someone' });
    tab = await startTestTab({ app, routes, says: [say, ownSay, courseSay], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  it('are added by a coordinator, followed by a mentee, and end with the certificate', async () => {
    who = { personId: coordinator.id, roles: ['Coordinator'] };
    const coordinating = await tab.show('/programmes/p1/training', { ...english, personId: who.personId }, phone);
    const desk = coordinating.frame;
    await desk.getByRole('button', { name: say('en', 'path.add.do.mentee') }).click();
    const taking = desk.getByRole('button', { name: say('en', 'path.take.for', { title: 'The guide' }) });
    await taking.waitFor();
    await assertAccessible(desk, 'the path of a programme');
    const overflow = await desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);

    who = { personId: mentee.id, roles: [] };
    const reading = await tab.show('/courses', { ...english, personId: who.personId });
    await reading.frame.getByRole('link', { name: courseSay('en', 'courses.start', { title: 'The guide' }) }).click();
    await reading.frame.getByRole('button', { name: ownSay('en', 'read.mark') }).click();
    await reading.frame.getByText(courseSay('en', 'done.title')).first().waitFor();
    await reading.frame
      .getByRole('link', { name: courseSay('en', 'courses.title') })
      .first()
      .click();
    const certificate = courseSay('en', 'courses.certificate.get', { programme: 'Growing together' });
    await reading.frame.getByRole('button', { name: certificate }).waitFor();
    await reading.page.close();

    who = { personId: coordinator.id, roles: ['Coordinator'] };
    await taking.click();
    await taking.waitFor({ state: 'detached' });
    await coordinating.page.close();
  });

  it('are added in the other languages and looks as well', async () => {
    who = { personId: coordinator.id, roles: ['Coordinator'] };
    for (const [language, theme] of [
      ['nl', 'dark'],
      ['fr', 'contrast'],
      ['de', 'default'],
    ] as const) {
      const locale = `${language}-be`;
      const { frame, page } = await tab.show(
        '/programmes/p1/training',
        { locale, theme, personId: who.personId },
        phone,
      );
      await frame.getByRole('button', { name: say(language, 'path.add.do.mentor') }).waitFor();
      await assertAccessible(frame, `the path in ${language}`);
      await page.close();
    }
  });
});
