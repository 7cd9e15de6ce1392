/** Adaptive Cards 1.5 as data: the few elements that the product's cards are made of, and safe text for them. */

export type CardElement = Readonly<Record<string, unknown>> & { readonly type: string };

/** A button before it is sent: its subject is kept by us, and the card carries an opaque id in its place. */
export interface CardButton {
  readonly title: string;
  /** The verb of an action in the bot's table. */
  readonly verb: string;
  readonly subject: Readonly<Record<string, string>>;
  /** `dialog` opens a page of the tab with the person's own rights; `press` (default) is answered in place. */
  readonly opens?: 'dialog' | 'press';
  readonly style?: 'positive' | 'destructive';
  /** Inputs are checked by the client before `auto` presses; `none` sends without them. */
  readonly inputs?: 'auto' | 'none';
}

/** A card as features make it. `summary` is what a notification shows: never anything sensitive. */
export interface Card {
  readonly summary: string;
  readonly body: readonly CardElement[];
  readonly buttons?: readonly CardButton[];
}

/** A card as it is sent. */
export type AdaptiveCard = Readonly<Record<string, unknown>> & { readonly type: 'AdaptiveCard' };

/** Control and bidirectional characters, but not the tab and the end of a line. */
const unsafe = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** A person's text for a card: no control or bidirectional characters, Markdown shown as typed. */
export function plain(text: string): string {
  return text
    .replace(unsafe, '')
    .replace(/[\\`*_{}[\]()#+!|>~<]/g, '\\$&')
    .replace(/^(\s*)([-=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.');
}

export function heading(text: string): CardElement {
  return { type: 'TextBlock', text, size: 'Large', weight: 'Bolder', wrap: true, style: 'heading' };
}

export function paragraph(text: string): CardElement {
  return { type: 'TextBlock', text, wrap: true };
}

export function subtle(text: string): CardElement {
  return { type: 'TextBlock', text, wrap: true, isSubtle: true, size: 'Small', spacing: 'Small' };
}

export function facts(pairs: readonly (readonly [string, string])[]): CardElement {
  return { type: 'FactSet', facts: pairs.map(([title, value]) => ({ title, value })) };
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** One answer out of several, as a list that wraps; `wrong` is what the client says when nothing is chosen. */
export function choose(
  id: string,
  label: string,
  choices: readonly Choice[],
  wrong: string,
  value?: string,
): CardElement {
  const start = value === undefined ? {} : { value };
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    style: 'expanded',
    wrap: true,
    isRequired: true,
    errorMessage: wrong,
    ...start,
  };
}

export function longText(id: string, label: string, maxLength: number, placeholder?: string): CardElement {
  const hint = placeholder === undefined ? {} : { placeholder };
  return { type: 'Input.Text', id, label, isMultiline: true, maxLength, ...hint };
}

export function tick(id: string, title: string): CardElement {
  return { type: 'Input.Toggle', id, title, valueOn: 'yes', valueOff: 'no', value: 'no', wrap: true };
}

/** The card in the form of schema 1.5; `idOfButton` gives the opaque id that stands for a button's subject. */
export function adaptiveCard(card: Card, idOfButton: (button: CardButton) => string): AdaptiveCard {
  const actions = (card.buttons ?? []).map((button) => {
    const look = { title: button.title, ...(button.style ? { style: button.style } : {}) };
    const data = { verb: button.verb, id: idOfButton(button) };
    if (button.opens === 'dialog')
      return { type: 'Action.Submit', ...look, data: { ...data, msteams: { type: 'task/fetch' } } };
    return { type: 'Action.Execute', ...look, verb: button.verb, data, associatedInputs: button.inputs ?? 'auto' };
  });
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    // What is read out and shown where a card cannot be drawn.
    ...{ speak: card.summary, fallbackText: card.summary },
    body: card.body,
    ...(actions.length > 0 ? { actions } : {}),
  };
}
