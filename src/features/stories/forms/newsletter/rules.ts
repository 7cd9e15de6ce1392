/**
 * A block for a newsletter: tables and styles in the line, since Outlook on the desktop knows nothing else; no script, and no picture that
 * would be fetched from somewhere and tell who reads. It fits 320 and 600 pixels.
 */
import { escapeMarkup } from '../../../../platform/markup.ts';
import { excerptOf, textOfParts, type Telling } from '../rules.ts';
import { say } from '../words.ts';

const letters = 700;
const [ink, soft, brand, ground] = ['#1b1a19', '#555250', '#0f3d6e', '#ffffff'];
const font = 'font-family:Segoe UI,Arial,sans-serif';
/** A name of 200 letters without a space must not push the block apart. */
const breaks = 'word-wrap:break-word;overflow-wrap:anywhere;word-break:break-word';
const plainTable = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

const excerptIn = (telling: Telling): string[] => excerptOf(textOfParts(telling).flat(), letters, telling.language);

export function newsletterHtml(telling: Telling): string {
  const { language, title, byline, note, programme, join, read } = telling;
  const line = (text: string, style: string): string =>
    `<tr><td dir="auto" style="${font};${breaks};${style}">${lines(text)}</td></tr>`;
  const rows = [
    `<tr><td dir="auto" style="${font};${breaks};padding:0 0 4px"><h2 style="${font};margin:0;font-size:22px;line-height:28px;color:${brand}">${lines(title)}</h2></td></tr>`,
    line(byline, `padding:0 0 12px;font-size:14px;line-height:20px;color:${soft}`),
    ...excerptIn(telling).map((one) => line(one, `padding:0 0 12px;font-size:16px;line-height:24px;color:${ink}`)),
    ...(note === undefined ? [] : [line(note, `padding:0 0 12px;font-size:13px;line-height:18px;color:${soft}`)]),
    ...(read === undefined ? [] : [buttonRow(say(language, 'read'), read)]),
    linkRow(say(language, 'join', { programme }), join),
  ];
  return [
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(title)}</title></head>\n`,
    `<body style="margin:0;padding:0;background:${ground}">\n`,
    `<!--[if mso]><table ${plainTable} width="600" align="center"><tr><td><![endif]-->\n`,
    `<table ${plainTable} width="100%" align="center" lang="${language}" bgcolor="${ground}" style="width:100%;max-width:600px;table-layout:fixed;background:${ground}">\n`,
    `<tr><td style="padding:20px 16px;border-top:4px solid ${brand}">\n`,
    `<table ${plainTable} width="100%" style="width:100%;table-layout:fixed">\n${rows.join('\n')}\n</table>\n`,
    '</td></tr></table>\n<!--[if mso]></td></tr></table><![endif]-->\n</body></html>\n',
  ].join('');
}

const lines = (text: string): string => escapeMarkup(text).replaceAll('\n', '<br>');

/** A cell with a ground: Outlook gives links none. */
function buttonRow(label: string, to: string): string {
  const link = `<a href="${escapeMarkup(to)}" style="${font};display:inline-block;font-size:16px;line-height:20px;color:#ffffff;text-decoration:none">${escapeMarkup(label)}</a>`;
  return `<tr><td style="padding:4px 0 12px"><table ${plainTable}><tr><td bgcolor="${brand}" style="padding:12px 20px;background:${brand}">${link}</td></tr></table></td></tr>`;
}

function linkRow(label: string, to: string): string {
  const link = `<a href="${escapeMarkup(to)}" style="color:${brand};text-decoration:underline">${escapeMarkup(label)}</a>`;
  return `<tr><td dir="auto" style="${font};${breaks};font-size:14px;line-height:20px;color:${ink}">${link}</td></tr>`;
}

/** The same for mails without pictures and colours. */
export function newsletterText(telling: Telling): string {
  return [telling.title, ...newsletterParagraphs(telling)].join('\n\n');
}

export function newsletterParagraphs(telling: Telling): string[] {
  const { language, byline, note, programme, join, read } = telling;
  return [
    byline,
    ...excerptIn(telling),
    ...(note === undefined ? [] : [note]),
    ...(read === undefined ? [] : [`${say(language, 'read')}: ${read}`]),
    `${say(language, 'join', { programme })}: ${join}`,
  ];
}
