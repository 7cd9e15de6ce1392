/** The page of a kiosk as HTML, with a policy that lets in its own style and script and nothing else. */
import { say } from '../../features/recruitment/kiosk/words.ts';
import { newId } from '../../platform/ids.ts';
import { escapeMarkup } from '../../platform/markup.ts';
import { languages, type Language } from '../../platform/words.ts';
import { script } from './script.ts';
import { style } from './style.ts';

export interface KioskAddress {
  readonly token: string;
  readonly language: Language;
}

/** What a press came to; each is a page of its own, the same for everybody. */
export const sayings = [
  ...(['applied', 'kept', 'over', 'wrong', 'wait', 'deleted', 'asked', 'missing', 'full'] as const),
] as const;
export type Saying = (typeof sayings)[number];

export type KioskContent =
  | { readonly kind: 'start'; readonly title: string; readonly paragraphs: readonly string[] }
  | { readonly kind: 'said'; readonly said: Saying }
  | { readonly kind: 'gone' };

const names: Readonly<Record<Language, string>> = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };
const text = escapeMarkup;
type Word = Parameters<typeof say>[1];

export function kioskPage(at: KioskAddress, what: KioskContent): { readonly html: string; readonly policy: string } {
  const nonce = newId() + newId();
  const { language, token } = at;
  const t = (key: Word): string => text(say(language, key));
  const start = `/kiosk/${token}`;
  const title = what.kind === 'start' ? text(what.title) : what.kind === 'said' ? t(`said.${what.said}`) : t('gone');
  const clock =
    what.kind === 'gone'
      ? ''
      : `<footer class="clock"><p id="left" data-left="${t('left')}" data-soon="${t('soon')}">${t('rest')}</p><p class="said" id="soon" role="status"></p>` +
        `<button type="button" id="more">${t('more')}</button><a class="to" href="${start}" id="clear">${t('clear')}</a></footer>`;
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${title}</title><style nonce="${nonce}">${style}</style>`,
    what.kind === 'gone' ? '' : `<noscript><meta http-equiv="refresh" content="60;url=${start}"></noscript>`,
    `</head><body data-start="${start}"${what.kind === 'start' ? ' data-rest' : ''}>`,
    what.kind === 'start' ? languageLinks(at) : '',
    `<main><h1>${title}</h1>${bodyOf(at, what, t)}</main>${clock}`,
    what.kind === 'gone' ? '' : `<script nonce="${nonce}">${script}</script>`,
    '</body></html>',
  ].join('');
  const policy = [
    ...["default-src 'none'", `style-src 'nonce-${nonce}'`, `script-src 'nonce-${nonce}'`],
    ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
  ].join('; ');
  return { html, policy };
}

function languageLinks({ token, language }: KioskAddress): string {
  const links = languages.map((one) => {
    const here = one === language ? ' aria-current="true"' : '';
    return `<li><a class="to" lang="${one}" hreflang="${one}" href="/kiosk/${token}/${one}"${here}>${names[one]}</a></li>`;
  });
  return `<nav aria-label="${text(say(language, 'languages'))}"><ul>${links.join('')}</ul></nav>`;
}

function bodyOf({ token, language }: KioskAddress, what: KioskContent, t: (key: Word) => string): string {
  if (what.kind === 'gone') return `<p>${t('gone.text')}</p>`;
  if (what.kind === 'said')
    return `<p>${t(`said.${what.said}.text`)}</p><p><a class="to" href="/kiosk/${token}/${language}">${t('back')}</a></p>`;
  const action = `/kiosk/${token}/${language}`;
  return [
    `<section><h2>${t('what')}</h2>${what.paragraphs.map((one) => `<p>${text(one)}</p>`).join('')}</section>`,
    `<section><h2>${t('code.title')}</h2><p id="code-text">${t('code.text')}</p>`,
    `<form method="post" action="${action}/code" autocomplete="off">${field('code', t('code.label'), 40, 'code-text')}`,
    `<div class="buttons"><button name="what" value="confirm">${t('code.confirm')}</button>`,
    `<button class="quiet" name="what" value="delete">${t('code.delete')}</button></div></form></section>`,
    `<section><h2>${t('contact.title')}</h2><p>${t('contact.text')}</p>`,
    `<form method="post" action="${action}/contact" autocomplete="off">${field('name', t('contact.name'), 80)}`,
    `<p id="reach-hint">${t('contact.reach.hint')}</p>${field('reach', t('contact.reach'), 160, 'reach-hint')}`,
    `<div class="buttons"><button>${t('contact.send')}</button></div></form></section>`,
    `<p>${t('here')}</p>`,
  ].join('');
}

function field(name: string, label: string, most: number, hint?: string): string {
  const more = hint === undefined ? '' : ` aria-describedby="${hint}"`;
  const quiet = 'autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"';
  return `<p><label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" required maxlength="${most}" ${quiet}${more}></p>`;
}
