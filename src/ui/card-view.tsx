/** A card as Teams draws it, by the `adaptivecards` package: texts, inputs and buttons that work. A chunk of its own. */
import * as AdaptiveCards from 'adaptivecards';
import { useEffect, useRef, type ReactNode } from 'react';
import { hostConfig } from './card-colours.ts';
import { useCardLook } from './card-look.ts';
import { cardMarkdown } from './card-markdown.ts';

export interface Pressed {
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface CardViewProps {
  readonly card: object;
  readonly label: string;
  /** Of the card's title, 2 when left out. */
  readonly headingLevel?: number;
  /** Without it the card is to be read only. */
  readonly onPress?: (pressed: Pressed) => void;
  readonly onLink?: (url: string) => void;
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

export default function CardView({ card, label, headingLevel = 2, onPress, onLink }: CardViewProps): ReactNode {
  const look = useCardLook();
  const place = useRef<HTMLElement>(null);
  const handlers = useRef({ onPress, onLink });
  useEffect(() => {
    handlers.current = { onPress, onLink };
  });
  const text = JSON.stringify(card);
  useEffect(() => {
    const { renderedElement } = draw(JSON.parse(text), headingLevel, {
      press: (pressed) => handlers.current.onPress?.(pressed),
      link: (url) => handlers.current.onLink?.(url),
    });
    // The package lets the focus come to the card itself, where there is nothing to do.
    renderedElement?.removeAttribute('tabindex');
    if (renderedElement) place.current?.replaceChildren(renderedElement);
  }, [text, headingLevel]);
  return <article ref={place} className={look} aria-label={label} />;
}

interface Handlers {
  readonly press: (pressed: Pressed) => void;
  readonly link: (url: string) => void;
}

function draw(card: unknown, headingLevel: number, { press, link }: Handlers): AdaptiveCards.AdaptiveCard {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(hostConfig(headingLevel));
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
