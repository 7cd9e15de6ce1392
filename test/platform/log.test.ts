import assert from 'node:assert/strict';
import { describeError } from '../../src/platform/log.ts';

describe('what the log says of an error', () => {
  it('names nobody, whatever another service said', () => {
    const cause = new Error("The requested user '0a1b2c3d-0000-4000-a000-00000000abcd' is invalid.");
    const said = describeError(
      new Error('an.peeters@example.test could not be reached\nwith eyJhbGciOi.eyJvaWQiOi.c2ln', { cause }),
    );
    assert.equal(said['message'], '(address) could not be reached\nwith (token)');
    assert.equal(said['cause'], "The requested user '(id)' is invalid.");
    assert.match(String(said['stack']), /log\.test\.ts/);
    assert.doesNotMatch(JSON.stringify(said), /0a1b2c3d|an\.peeters|eyJ/);
  });
});
