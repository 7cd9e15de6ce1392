import assert from 'node:assert/strict';
import { say } from '../../src/features/training/coach/words.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

interface Message {
  readonly id: string;
  readonly card?: { readonly body?: unknown; readonly actions?: readonly { readonly title: string }[] };
}

/** One person in chat, through the bot's real door. */
function chatOf(sandbox: TestSandbox, person: SandboxPerson) {
  const newest = async (): Promise<Message> =>
    (await sandbox.control<Message[]>(`/messages?personId=${person.id}`))[0]!;
  return {
    async type(text: string): Promise<string> {
      await sandbox.control('/chat', { personId: person.id, text });
      return JSON.stringify((await newest()).card);
    },
    async press(action: string, inputs: object = {}): Promise<string> {
      await sandbox.control(`/messages/${(await newest()).id}/actions`, { personId: person.id, action, inputs });
      return JSON.stringify((await newest()).card);
    },
  };
}

const asked = (sandbox: TestSandbox): Promise<string[]> => sandbox.control('/model/requests');
const text = {
  goal: 'I want to present to ten people once before June.',
  talk: 'I want to take on more and hear what my mentor thinks.',
  feedback: 'The figures came late twice, so I had to guess.',
  course: 'saying no',
} as const;

describe('the coach in chat', function () {
  this.timeout(240_000);
  let sandbox: TestSandbox;
  let people: SandboxPerson[];
  afterEach(() => sandbox?.stop());

  async function start(...words: string[]): Promise<void> {
    sandbox = await startTestSandbox('--people', '60', ...words);
    await sandbox.control('/clock', { hours: 1 });
    people = (await sandbox.control<SandboxPerson[]>('/people')).filter(
      ({ role, enabled }) => role === 'employee' && enabled,
    );
  }
  const reader = (language: string): SandboxPerson => {
    const one = people.find((person) => person.language.startsWith(language));
    assert.ok(one, `nobody reads ${language}`);
    return one;
  };

  it('helps with each of the four, names the adviser, and sends what is about nobody', async () => {
    await start('--model');
    const person = reader('nl');
    const chat = chatOf(sandbox, person);
    const t = (key: Parameters<typeof say>[1]): string => say('nl', key);
    assert.ok((await chat.type('coach')).includes(t('start.title')));
    assert.ok((await chat.press(t('help.goal'))).includes(t('ask.goal')));
    const worded = await chat.press(t('send'), { text: 'Ik wil tegen juni een keer presenteren voor tien mensen.' });
    assert.match(worded, /Je zou het zo kunnen zeggen/);
    assert.ok(worded.includes(t('machine')));
    assert.ok((await chat.press(t('keep'), { text: 'Ik presenteer in juni.' })).includes('Ik presenteer in juni'));
    for (const [help, words] of [
      ['talk', 'Ik wil praten over mijn volgende stap.'],
      ['feedback', 'De cijfers kwamen twee keer te laat.'],
    ] as const) {
      await chat.press(t('more'));
      await chat.press(t(`help.${help}`));
      assert.match(await chat.press(t('send'), { text: words }), /Je zou het zo kunnen zeggen/);
    }
    const { length } = await asked(sandbox);
    assert.equal(length, 3);
    assert.match(await chat.type('zoek een cursus over luisteren'), /courses%2Factive-listening%3Fstep/);
    assert.match(await chat.type('Mijn chef raakt me aan als niemand kijkt.'), /private-talk/);
    await chat.type('doel');
    assert.match(await chat.press(t('send'), { text: 'Ik heb migraine en wil kortere vergaderingen.' }), /gezondheid/);
    assert.equal((await asked(sandbox)).length, length, 'nothing of these three left');

    // A colleague of the directory is taken out.
    const [given = ''] = people
      .find(({ id, name }) => id !== person.id && name.split(' ')[0]!.length > 4)!
      .name.split(' ');
    await chat.type('feedback');
    await chat.press(t('send'), { text: `Ik wil ${given} zeggen dat de cijfers te laat kwamen.` });
    const sent = (await asked(sandbox)).slice(length);
    assert.equal(sent.length, 1);
    assert.doesNotMatch(sent.join(), new RegExp(given, 'i'));
    assert.match(sent.join(), /\[iemand\]/);

    // While it is down, the courses answer.
    await sandbox.control('/faults', { service: 'model', kind: '503', count: 1 });
    await chat.type('doel');
    assert.match(await chat.press(t('send'), { text: 'Ik wil beter leren onderhandelen.' }), /courses%2F/);
    assert.doesNotMatch(sandbox.said().join('\n'), /migraine|presenteren|onderhandelen/);
  });

  it('answers everything without a model', async () => {
    await start();
    const chat = chatOf(sandbox, reader('en'));
    const t = (key: Parameters<typeof say>[1]): string => say('en', key);
    for (const help of ['goal', 'talk', 'feedback', 'course'] as const) {
      await chat.type('coach');
      assert.ok((await chat.press(t(`help.${help}`))).includes(t('start.courses')));
      const card = await chat.press(t(help === 'course' ? 'search' : 'send'), { text: text[help] });
      assert.match(card, /courses%2F[a-z-]+%3Fstep/);
    }
    assert.match(await chat.type('I am being bullied by my team'), /private-talk/);
    assert.deepEqual(await asked(sandbox), []);
  });
});
