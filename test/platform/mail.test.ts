import assert from 'node:assert/strict';
import { createMail, type Mail } from '../../src/platform/mail.ts';
import { TryLater, Undeliverable } from '../../src/platform/teams/delivery.ts';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import { withGraph, type TestGraph } from '../support/cloud.ts';

describe('mail', () => {
  let set: TestGraph;
  let mail: Mail;
  let anna: SandboxPerson;
  let ben: SandboxPerson;

  before(async () => {
    set = await withGraph(40);
    mail = createMail({ graph: set.graph });
    const [first, second] = set.graphServer.people().filter((one) => one.mailbox?.purpose === 'user' && one.mail);
    assert.ok(first && second);
    [anna, ben] = [first, second];
  });
  after(() => set.close());

  const message = (over = {}) => ({ to: [ben.mail ?? ''], subject: 'Hello', text: 'One < two & three', ...over });

  it('goes from the mailbox that the organisation named, with the app’s own rights, as text', async () => {
    await mail.send(message(), { mailbox: anna.id });
    const [got] = set.graphServer.mailOf(ben.id);
    assert.deepEqual(
      [got?.from.address, got?.subject, got?.contentType, got?.content],
      [anna.mail, 'Hello', 'text', 'One < two & three'],
    );
    assert.equal(set.graphServer.mailOf(anna.id).length, 0, 'no copy in the mailbox that sends for the product');
  });

  it('goes from a person who sends it, as HTML, with a copy among what they sent', async () => {
    await mail.send(message({ subject: 'Own', html: '<p>Hi</p>' }), { assertion: await set.tokenOf(anna.id) });
    const [got] = set.graphServer.mailOf(ben.id);
    assert.deepEqual([got?.subject, got?.contentType, got?.content], ['Own', 'html', '<p>Hi</p>']);
    assert.deepEqual(
      set.graphServer.mailOf(anna.id).map(({ folder }) => folder),
      ['sentitems'],
    );
  });

  it('says that somebody has to do something first, when the sender has no mailbox', async () => {
    const bare = set.graphServer.people().find(({ mailbox }) => mailbox === null);
    await assert.rejects(
      mail.send(message(), { mailbox: bare?.id ?? '' }),
      (error) => error instanceof Undeliverable && error.reason === 'mail-not-set-up',
    );
  });

  it('says that an address was refused, and that nobody knows when the answer was lost', async () => {
    const refused = (error: unknown): boolean => error instanceof Undeliverable && error.reason === 'mail-refused';
    await assert.rejects(mail.send(message({ to: ['nobody'] }), { mailbox: anna.id }), refused);
    set.graphServer.inject('reset-after-commit', 1);
    await assert.rejects(
      mail.send(message({ subject: 'Lost' }), { mailbox: anna.id }),
      (error) => error instanceof TryLater && error.mayHaveArrived,
    );
    assert.equal(set.graphServer.mailOf(ben.id)[0]?.subject, 'Lost', 'it had gone');
  });

  it('asks for nothing but the right to send', async () => {
    const used = set.graph.permissionsUsed().map(({ rights, path, permission }) => [rights, path, permission]);
    assert.deepEqual(used, [
      ['app', '/users/{id}/sendMail', 'Mail.Send'],
      ['delegated', '/me/sendMail', 'Mail.Send'],
    ]);
  });
});
