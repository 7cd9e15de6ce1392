/** A card as Teams draws it, by the `adaptivecards` package: texts, inputs and buttons that work. A chunk of its own. */
import * as AdaptiveCards from 'adaptivecards';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ThemeName } from '../place.ts';
import { hostConfig } from './card-colours.ts';
import { useCardLook } from './card-look.ts';
import { cardMarkdown } from './card-markdown.ts';

export interface Pressed {
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface CardViewProps {
  readonly card: object;
  readonly theme: ThemeName;
  readonly label: string;
  /** Without it the card is to be read only. */
  readonly onPress?: (pressed: Pressed) => void;
  readonly onLink?: (url: string) => void;
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

export default function CardView({ card, theme, label, onPress, onLink }: CardViewProps): ReactNode {
  const look = useCardLook();
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<AdaptiveCards.AdaptiveCard>(undefined);
  const handlers = useRef({ onPress, onLink });
  useEffect(() => {
    handlers.current = { onPress, onLink };
  });
  const text = JSON.stringify(card);
  const last = useRef(text);
  useEffect(() => {
    // In another theme the same card is drawn again: what was typed stays. A new card begins afresh.
    const typed = drawn.current && last.current === text ? inputsOf(drawn.current) : {};
    last.current = text;
    drawn.current = draw(withValues(JSON.parse(text), typed), theme, {
      press: (pressed) => handlers.current.onPress?.(pressed),
      link: (url) => handlers.current.onLink?.(url),
    });
    const element = drawn.current.renderedElement;
    if (element) place.current?.replaceChildren(element);
  }, [text, theme]);
  return <section ref={place} className={look} aria-label={label} />;
}

interface Handlers {
  readonly press: (pressed: Pressed) => void;
  readonly link: (url: string) => void;
}

function draw(card: unknown, theme: ThemeName, { press, link }: Handlers): AdaptiveCards.AdaptiveCard {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(hostConfig(theme));
  drawn.parse(card);
  drawn.onAnchorClicked = (_element, anchor) => {
    link(anchor.href);
    return true;
  };
  drawn.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) link(action.url ?? '');
    else press({ title: action.title ?? '', inputs: inputsOf(drawn) });
  };
  drawn.render();
  return drawn;
}

function inputsOf(drawn: AdaptiveCards.AdaptiveCard): Readonly<Record<string, string>> {
  return Object.fromEntries(drawn.getAllInputs().map((input) => [input.id ?? '', String(input.value ?? '')]));
}

/** The same card with these values in its inputs. */
function withValues(part: unknown, values: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(part)) return part.map((one) => withValues(one, values));
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([key, one]) => [key, withValues(one, values)]));
  const { type, id } = inner;
  const value = typeof type === 'string' && type.startsWith('Input.') ? values[String(id)] : undefined;
  return value === undefined ? inner : { ...inner, value };
}
