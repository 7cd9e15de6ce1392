/**
 * A language model of the organisation's own (Azure OpenAI), where an administrator named one: a fixed text of ours and one text of a
 * person go out, one text comes back. Promise: nothing else is sent, nothing is kept or logged, and nobody waits longer than some seconds.
 * The prompt is laid out by teams-ai; its own model is not used, since it prints errors, and so is its planner, since that keeps a history.
 */
import type { Memory, PromptCompletionModel, PromptSection, PromptTemplate } from '@microsoft/teams-ai';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { minute, type Clock } from './clock.ts';
import { parseJson } from './entra/ask.ts';
import { keptToken } from './entra/kept-token.ts';
import { managedIdentityToken } from './entra/managed-identity.ts';
import { Failure } from './errors.ts';
import type { Outbound, OutboundAnswer } from './outbound.ts';

export interface Question {
  /** For counting, here; it does not go out. */
  readonly personId: string;
  /** What the model is told to be; written by us. */
  readonly system: string;
  readonly text: string;
}

export interface Model {
  /** Failure `unavailable`: `model-pace` (this person asked much), `model-resting`, `model-refused`, `model-down`, `no-answer`. */
  ask(question: Question): Promise<string>;
}

/** Teams gives up on a press after some ten seconds; the token is fetched in this time as well. */
const deadline = 7_000;
/** After it was slow or down nobody else waits for it; what it refuses is a matter of one text. */
const restMs = 30_000;
/** Of one person, in each process. */
export const modelPace = { most: 12, minutes: 10 } as const;
const version = '2024-10-21';
const mostTokens = { input: 1_500, output: 400 } as const;

const answered = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({ content: z.string().nullish() }).nullish(),
      }),
    )
    .optional(),
});
/** The address, the rights, the load or the service is wrong, and so it is for everybody. */
const isDown = (status: number): boolean => [401, 403, 404, 408, 429].includes(status) || status >= 500;
const refused = z.looseObject({ error: z.looseObject({ code: z.string().nullish() }) });

export interface ModelParts {
  readonly config: Config;
  readonly outbound: Outbound;
  readonly clock: Clock;
}

/** Undefined where no administrator named a model. */
export function createModel(parts: ModelParts): Model | undefined {
  const { config, clock } = parts;
  const { model } = config;
  if (!model) return undefined;
  const token = keptToken(clock, () => managedIdentityToken(parts, resourceOf(model.url)));
  const pace = new RateLimiterMemory({ points: modelPace.most, duration: (modelPace.minutes * minute) / 1_000 });
  const url = `${model.url}/openai/deployments/${model.deployment}/chat/completions?api-version=${version}`;
  let restsUntil = 0;
  let limit: Limit = 'max_tokens';

  async function post(messages: readonly Spoken[], by: Limit, until: number): Promise<OutboundAnswer> {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const left = until - clock.machine();
    if (left <= 0) throw new Failure('unavailable', 'no-answer', { cause: new Error('the token came too late') });
    const body = JSON.stringify({ messages, n: 1, [by]: mostTokens.output });
    return parts.outbound.call({ method: 'POST', url, headers, body, deadline: left });
  }

  async function send(messages: readonly Spoken[], until: number): Promise<string> {
    const by = limit;
    const { status, body } = await post(messages, by, until);
    const code = status === 400 ? refused.safeParse(parseJson(body)).data?.error.code : undefined;
    // Newer models count otherwise; the deployment alone tells which one it is.
    if (code === 'unsupported_parameter' && by === 'max_tokens') {
      limit = 'max_completion_tokens';
      return send(messages, until);
    }
    const read = status === 200 ? answered.safeParse(parseJson(body)) : undefined;
    const [choice] = read?.data?.choices ?? [];
    const content = choice?.finish_reason === 'content_filter' ? undefined : choice?.message?.content;
    if (content) return content;
    // A page instead of an answer is somebody else's: the model itself did not speak.
    const reason = isDown(status) || read?.success === false ? 'model-down' : 'model-refused';
    throw new Failure('unavailable', reason, { cause: new Error(`the model answered ${status}`) });
  }

  return {
    async ask({ personId, system, text }) {
      await oneOf(pace, personId);
      if (clock.machine() < restsUntil) throw new Failure('unavailable', 'model-resting');
      const until = clock.machine() + deadline;
      try {
        return await complete((messages) => send(messages, until), system, text);
      } catch (error) {
        if (error instanceof Failure && error.reason !== 'model-refused') restsUntil = clock.machine() + restMs;
        throw error;
      }
    },
  };
}

type Limit = 'max_tokens' | 'max_completion_tokens';

interface Spoken {
  readonly role: string;
  readonly content: string;
}

async function oneOf(pace: RateLimiterMemory, personId: string): Promise<void> {
  try {
    await pace.consume(personId);
  } catch (full) {
    throw full instanceof RateLimiterRes ? new Failure('unavailable', 'model-pace') : full;
  }
}

/** Each cloud has a name of its own for the service; the token is made for it. */
export function resourceOf(url: string): string {
  const { hostname } = new URL(url);
  const end = ['us', 'cn'].find((one) => hostname.endsWith(`.azure.${one}`)) ?? 'com';
  return `https://cognitiveservices.azure.${end}`;
}

/** Everything that teams-ai would remember of a turn is forgotten at once. */
const forgetful: Memory = {
  deleteValue: () => undefined,
  hasValue: () => false,
  getValue: <T>() => undefined as T,
  setValue: () => undefined,
};

/** Both texts are sections without a template: `{{…}}` in what somebody typed is text. */
async function complete(
  send: (messages: readonly Spoken[]) => Promise<string>,
  system: string,
  text: string,
): Promise<string> {
  // Loaded where there is a model only: it takes a second and 100 MB.
  const { GPTTokenizer, LLMClient, Prompt, TextSection } = await import('@microsoft/teams-ai');
  const model: PromptCompletionModel = {
    async completePrompt(context, memory, functions, tokenizer, { prompt, config }) {
      const most = config.completion.max_input_tokens;
      const { output, tooLong } = await prompt.renderAsMessages(context, memory, functions, tokenizer, most);
      if (tooLong) return { status: 'too_long' };
      const spoken = output.map(({ role, content }) => ({ role, content: String(content) }));
      return { status: 'success', message: { role: 'assistant', content: await send(spoken) } };
    },
  };
  const prompt = new Prompt([new TextSection(system, 'system'), new TextSection(defused(text), 'user')]);
  const nothingKept = { history_variable: '', input_variable: '', max_history_messages: 0, max_repair_attempts: 0 };
  const tokenizer = new GPTTokenizer();
  const client = new LLMClient<string>({ model, template: templateOf(prompt), tokenizer, ...nothingKept });
  const response = await client.completePrompt(noTurn, forgetful, noFunctions);
  if (response.error) throw response.error;
  if (response.status !== 'success') throw new Failure('unavailable', 'model-refused');
  return response.message?.content ?? '';
}

/** `<|im_start|>` and the like are marks between messages: the tokenizer throws on them, and a model might take them for such. */
const defused = (text: string): string => text.replaceAll('<|', '< |').replaceAll('|>', '| >');

type Turn = Parameters<PromptCompletionModel['completePrompt']>;
/** What is asked belongs to no conversation, and no function is to be called. */
const noTurn = {} as Turn[0];
const noFunctions = {} as Turn[2];

function templateOf(prompt: PromptSection): PromptTemplate {
  return {
    ...{ name: 'one-question', prompt },
    config: {
      ...{ schema: 1.1, type: 'completion', augmentation: { augmentation_type: 'none' } },
      completion: {
        ...{ frequency_penalty: 0, presence_penalty: 0, temperature: 0, top_p: 1 },
        ...{ include_history: false, include_input: false, include_images: false },
        ...{ max_input_tokens: mostTokens.input, max_tokens: mostTokens.output },
      },
    },
  };
}
