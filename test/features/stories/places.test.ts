import assert from 'node:assert/strict';
import { postStory } from '../../../src/features/stories/places/posting/usecases.ts';
import { markGone, notePlace, placesOf } from '../../../src/features/stories/places/usecases.ts';
import { places } from '../../../src/features/stories/store.ts';
import { TryLater, Undeliverable } from '../../../src/platform/teams/delivery.ts';
import { storyOffice } from './office.ts';

const channels = ['19:one@thread.tacv2', '19:two@thread.tacv2', '19:three@thread.tacv2'] as const;

describe('a story in channels', function () {
  this.timeout(60_000);

  const office = async () => {
    const one = await storyOffice();
    const story = await one.published();
    const at = { programmeId: story.programmeId, storyId: story.id };
    const states = async () =>
      Object.fromEntries(
        (await placesOf(one.app.deps, one.me, at.programmeId)).map(({ where, state }) => [where, state]),
      );
    return { ...one, story, at, states, deps: one.app.deps };
  };

  it('is posted once, by two presses at once and by a third one after it', async () => {
    const { app, deps, me, at, posted } = await office();
    await Promise.all([postStory(deps, me, at, channels[0]), postStory(deps, me, at, channels[0])]);
    await app.run();
    await postStory(deps, me, at, channels[0]);
    await app.run();
    assert.equal(posted.length, 1);
    assert.equal((await places.list(deps.tables, at.programmeId, at.storyId)).length, 1);
  });

  it('goes everywhere else too when one post cannot be replaced, and a human is asked for that one', async () => {
    const { app, deps, me, at, story, states, withdraw } = await office();
    for (const channel of channels) await postStory(deps, me, at, channel);
    await notePlace(deps, me, at, { kind: 'newsletter', where: 'The spring edition' });
    await app.run();
    const refused = { [channels[0]]: 'message-gone', [channels[1]]: 'not-installed' } as const;
    Object.assign(deps.teams, {
      updatePost: async (channel: keyof typeof refused) => {
        if (channel in refused) throw new Undeliverable(refused[channel]);
      },
    });
    await withdraw(story.id);
    await app.run();
    assert.deepEqual(await states(), {
      ...{ [channels[0]]: 'gone', [channels[1]]: 'to-take-down', [channels[2]]: 'gone' },
      'The spring edition': 'to-take-down',
    });
    const open = (await placesOf(deps, me, at.programmeId)).find(({ where }) => where === channels[1]);
    await markGone(deps, me, at, open!.id);
    assert.equal((await states())[channels[1]], 'gone');
  });

  it('is looked for by a human when nobody knows whether it arrived before it was withdrawn', async () => {
    const { app, deps, me, at, story, states, withdraw } = await office();
    Object.assign(deps.teams, {
      postToChannel: async () => {
        await withdraw(story.id);
        throw new TryLater('no-answer', { mayHaveArrived: true });
      },
    });
    await postStory(deps, me, at, channels[0]);
    await assert.rejects(app.run(), TryLater);
    await app.run();
    assert.deepEqual(await states(), { [channels[0]]: 'to-take-down' });
  });

  it('leaves no place behind where it surely did not arrive', async () => {
    const { app, deps, me, at } = await office();
    Object.assign(deps.teams, {
      postToChannel: async () => {
        throw new Undeliverable('not-installed');
      },
    });
    await postStory(deps, me, at, channels[0]);
    await assert.rejects(app.run(), Undeliverable);
    assert.deepEqual(await places.list(deps.tables, at.programmeId, at.storyId), []);
  });

  it('is tried again by another press, when it was given up', async () => {
    const { app, deps, me, at, posted } = await office();
    await postStory(deps, me, at, channels[0]);
    const { id } = (await deps.outbox.tasksOf('programmes', at.programmeId)).find(({ job }) => job === 'stories.post')!;
    const address = { table: 'programmes', partition: at.programmeId, id } as const;
    for (let isOver = false; !isOver; app.rest({ hours: 3 })) {
      app.pass({ hours: 3 });
      const claim = await deps.outbox.claim({ address });
      assert.ok(claim && claim !== 'taken');
      isOver = (await claim.failed('not-installed')) === undefined;
    }
    await postStory(deps, me, at, channels[0]);
    await app.run();
    assert.equal(posted.length, 1);
  });
});
