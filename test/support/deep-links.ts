/** Every way from a message of a sandbox's story to a page of the tab: links in cards, mails, posts and entries, and buttons that open a dialog. */
import type { SandboxPerson, TestSandbox } from './sandbox.ts';

export interface DeepLink {
  readonly personId: string;
  /** A page of the tab, such as `/pairs/x`. */
  readonly path: string;
  /** Where it stood, for whoever reads that it leads nowhere. */
  readonly from: string;
}

interface Message {
  readonly id: string;
  readonly state: string;
  readonly card?: unknown;
}

interface Dialog {
  readonly body?: { readonly task?: { readonly value?: { readonly url?: string } } };
}

type Part = Readonly<Record<string, unknown>>;

/** All objects in a value, the value itself first. */
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}

const teamsLink = /https:\/\/teams\.microsoft\.com\/l\/entity\/[^\s"'<>)\\]+/g;

/** Deep links into the tab in any text, also in HTML and JSON. */
export function linksIn(text: string): string[] {
  return [...text.replaceAll('&amp;', '&').matchAll(teamsLink)].flatMap(([address]) => {
    const context: unknown = JSON.parse(new URL(address).searchParams.get('context') ?? '{}');
    const [{ subEntityId = '/' } = {}] = partsOf(context);
    return typeof subEntityId === 'string' ? [subEntityId] : [];
  });
}

async function dialogsOf(sandbox: TestSandbox, personId: string, { id, card }: Message): Promise<DeepLink[]> {
  const titles = partsOf(card).flatMap(({ type, title, data }) =>
    type === 'Action.Submit' && JSON.stringify(data).includes('task/fetch') ? [String(title)] : [],
  );
  const links: DeepLink[] = [];
  for (const action of titles) {
    const { body } = await sandbox.control<Dialog>(`/messages/${id}/actions`, { personId, action });
    const url = body?.task?.value?.url;
    const path = url === undefined ? undefined : new URL(url).pathname.replace(/^\/tab/, '');
    if (path !== undefined) links.push({ personId, path, from: `the button “${action}”` });
  }
  return links;
}

/** Of everybody; a card that was replaced is not shown any more. */
export async function deepLinks(sandbox: TestSandbox): Promise<DeepLink[]> {
  const people = await sandbox.control<SandboxPerson[]>('/people');
  const able = people.filter(({ role, enabled }) => enabled && role !== 'guest' && role !== 'service');
  const all: DeepLink[] = [];
  for (const { id: personId } of able) {
    const messages = await sandbox.control<Message[]>(`/messages?personId=${personId}`);
    for (const message of messages.filter(({ state }) => state !== 'deleted')) {
      const paths = linksIn(JSON.stringify(message.card ?? ''));
      all.push(...paths.map((path) => ({ personId, path, from: 'a link in a card' })));
      all.push(...(await dialogsOf(sandbox, personId, message)));
    }
    for (const from of ['mail', 'calendar']) {
      const texts = JSON.stringify(await sandbox.control<unknown>(`/${from}?personId=${personId}`));
      all.push(...linksIn(texts.replaceAll('\\"', '"')).map((path) => ({ personId, path, from })));
    }
  }
  return all;
}

/** So many of each pattern of address, from different people where there are some. */
export function someOfEach(
  links: readonly DeepLink[],
  patternOf: (path: string) => string,
  count: number,
): Map<string, DeepLink[]> {
  const found = new Map<string, DeepLink[]>();
  const seen = new Set<string>();
  for (const link of links) {
    const pattern = patternOf(link.path);
    const some = found.get(pattern) ?? [];
    found.set(pattern, some);
    if (some.length < count && !seen.has(`${link.personId} ${link.path}`)) some.push(link);
    seen.add(`${link.personId} ${link.path}`);
  }
  return found;
}
