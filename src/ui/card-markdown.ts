/** The Markdown that cards may hold in Teams: bold, italic, lists and links; never HTML, pictures or headings. */
import { Marked } from 'marked';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const marked = new Marked({
  breaks: true,
  gfm: true,
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    heading({ tokens }) {
      return `<p>${this.parser.parseInline(tokens)}</p>`;
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return /^(https?:|mailto:)/i.test(href) ? `<a href="${escaped(href)}">${words}</a>` : words;
    },
  },
});

export function cardMarkdown(text: string): string {
  return marked.parse(text, { async: false });
}
