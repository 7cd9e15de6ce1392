import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TryLater, NeedsRepair, Undeliverable, meaningOf, Refusal } from '../../src/platform/teams/delivery.ts';
import { outcomeOf, type Outcome } from '../../src/platform/teams/outcomes.ts';

const final = (reason: Extract<Outcome, { is: 'final' }>['reason']): Outcome => ({ is: 'final', reason });
const again: Outcome = { is: 'again' };
const unknown: Outcome = { is: 'unknown' };

/** Every row of the documentation's table, and what is not in it. */
const table: readonly (readonly [number, string, Outcome])[] = [
  [200, '', { is: 'done' }],
  [201, '', { is: 'done' }],
  [202, '', { is: 'done' }],
  [400, 'BadArgument', final('refused')],
  [400, 'BadSyntax', final('refused')],
  [400, 'MessageSizeTooBig', final('card-too-large')],
  [401, 'BotNotRegistered', final('refused')],
  [401, '', again],
  [401, 'Unauthorized', again],
  [403, 'BotDisabledByAdmin', final('disabled-by-admin')],
  [403, 'BotNotInConversationRoster', final('not-installed')],
  [403, 'ConversationBlockedByUser', final('blocked')],
  [403, 'MessageWritesBlocked', final('blocked')],
  [403, 'ForbiddenOperationException', { is: 'repair', by: 'install' }],
  [403, 'Forbidden ForbiddenOperationException', { is: 'repair', by: 'install' }],
  [403, 'InvalidBotApiHost', final('refused')],
  [403, 'NotEnoughPermissions', final('not-permitted')],
  [403, 'SomethingNew', final('blocked')],
  [403, '', final('blocked')],
  [404, 'ActivityNotFoundInConversation', final('message-gone')],
  [404, 'ConversationNotFound', { is: 'repair', by: 'new-chat' }],
  [404, '', { is: 'repair', by: 'new-chat' }],
  [405, '', final('refused')],
  [408, '', again],
  [409, 'Conflict', again],
  [410, '', final('refused')],
  [412, 'PreconditionFailed', again],
  [413, 'MessageSizeTooBig', final('card-too-large')],
  [413, '', final('card-too-large')],
  [415, '', final('refused')],
  [425, '', again],
  [429, 'Throttled', again],
  [429, 'TooManyRequests', again],
  [451, 'SomethingNew', final('refused')],
  [500, 'ServiceError', unknown],
  [501, '', unknown],
  [502, 'ServiceError', again],
  [503, '', again],
  [504, '', again],
  [507, 'SomethingNew', unknown],
  [302, '', unknown],
];

describe('what an answer of Teams means', () => {
  for (const [status, code, outcome] of table)
    it(`${status} ${code || 'without a code'}: ${Object.values(outcome).join(' ')}`, () =>
      assert.deepEqual(outcomeOf(status, code), outcome));

  it('is decided for every status and every code, and never "done" for a refusal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.string(), (status, code) => {
        assert.ok(['again', 'unknown', 'repair', 'final'].includes(outcomeOf(status, code).is));
      }),
    );
  });

  it('reaches whoever sends as one of three errors, with the time that Teams asks for', () => {
    const busy = meaningOf(new Refusal(429, 'Throttled', 3_000));
    assert.ok(busy instanceof TryLater && busy.retryAfterMs === 3_000 && !busy.mayHaveArrived);
    const broken = meaningOf(new Refusal(500, 'ServiceError', undefined));
    assert.ok(broken instanceof TryLater && broken.mayHaveArrived);
    assert.ok(meaningOf(new Refusal(404, 'ConversationNotFound', undefined)) instanceof NeedsRepair);
    const blocked = meaningOf(new Refusal(403, 'ConversationBlockedByUser', undefined));
    assert.ok(blocked instanceof Undeliverable && blocked.reason === 'blocked');
  });
});
