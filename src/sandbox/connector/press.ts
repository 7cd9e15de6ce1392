/** A press on a button of a card: what the bot is sent, and what the person then sees, for each kind of action in Teams. */
import { z } from 'zod';
import { actionsOf, dataOf, findAction, type PressableAction } from './card-actions.ts';
import { invokeActivity, type Activity, type Delivery } from './inbound.ts';
import { card, type Message, type Messages } from './messages.ts';

export type PressResult =
  /** Action.Execute, or a dialog that opens: what the bot answered to the invoke. */
  | { readonly outcome: 'answered' | 'dialog'; readonly status: number; readonly body: unknown }
  /** Action.Submit: it went to the bot as a message. */
  | { readonly outcome: 'sent'; readonly status: number }
  | { readonly outcome: 'opened'; readonly url: string }
  | { readonly outcome: 'no-such-message' }
  | { readonly outcome: 'no-such-action'; readonly actions: readonly string[] };

export interface PressDeps {
  readonly messages: Messages;
  readonly deliver: (activity: Activity) => Promise<Delivery>;
}

export interface Pressed {
  readonly message: Message;
  readonly action: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Presses the action with this title, id or verb. Cards that were replaced can be pressed too, as on a second device. */
export async function press(deps: PressDeps, base: Activity, pressed: Pressed): Promise<PressResult> {
  const { message, inputs } = pressed;
  for (const cards of [message.cards, ...message.earlier]) {
    const action = findAction(cards, pressed.action);
    if (action) return pressAction(deps, base, message, { action, data: dataOf(cards, action, inputs) });
  }
  const titles = actionsOf(message.cards).map((action) => action.title ?? action.id ?? action.verb ?? '');
  return { outcome: 'no-such-action', actions: titles };
}

interface Step {
  readonly action: PressableAction;
  readonly data: unknown;
}

const teamsData = z.object({
  msteams: z.looseObject({ type: z.string(), text: z.string().optional(), value: z.unknown().optional() }),
});

async function pressAction(deps: PressDeps, base: Activity, message: Message, step: Step): Promise<PressResult> {
  const { action, data } = step;
  if (action.type === 'Action.OpenUrl') return { outcome: 'opened', url: action.url ?? '' };
  if (action.type === 'Action.Execute') return execute(deps, base, message, step);
  const special = teamsData.safeParse(data).data?.msteams;
  if (special?.type === 'task/fetch') {
    const value = { data, context: { theme: 'default' } };
    const answer = await deps.deliver(invokeActivity(base, 'task/fetch', value, message.id));
    return { outcome: 'dialog', ...answer };
  }
  const said = special?.type === 'messageBack' || special?.type === 'imBack';
  const content = said ? { text: special.text ?? special.value, value: special.value ?? data } : { value: data };
  const id = deps.messages.newId();
  const { status } = await deps.deliver({ ...base, ...content, type: 'message', id, replyToId: message.id });
  return { outcome: 'sent', status };
}

async function execute(deps: PressDeps, base: Activity, message: Message, step: Step): Promise<PressResult> {
  const { type, id, title, verb } = step.action;
  const value = { action: { type, id, title, verb, data: step.data }, trigger: 'manual' };
  const answer = await deps.deliver(invokeActivity(base, 'adaptiveCard/action', value, message.id));
  showAnswer(deps.messages, message, answer);
  return { outcome: 'answered', ...answer };
}

const invokeAnswer = z.object({ statusCode: z.number(), type: z.string().optional(), value: z.unknown().optional() });
const somethingWrong = 'Something went wrong. Please try again.';

/** A card takes the place of the card; a message stands under it; anything else is an error to the person. */
function showAnswer(messages: Messages, message: Message, { status, body }: Delivery): void {
  const answer = invokeAnswer.safeParse(body).data;
  if (status !== 200 || !answer || answer.statusCode >= 400)
    return messages.change(message, { notice: errorText(answer?.value) });
  if (answer.type === 'application/vnd.microsoft.card.adaptive') {
    const updatedAt = new Date(Number(messages.newId())).toISOString();
    messages.change(message, { cards: [card.parse(answer.value)], notice: '', updatedAt, state: 'updated' });
  } else if (answer.type === 'application/vnd.microsoft.activity.message') {
    messages.change(message, { notice: String(answer.value) });
  }
}

function errorText(value: unknown): string {
  return z.object({ message: z.string() }).safeParse(value).data?.message ?? somethingWrong;
}
