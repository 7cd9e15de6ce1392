/** The layout of style.md and design.md as rules over source files; each finding says where the code belongs. */

export interface SourceFile {
  /** Below the root, with slashes: `src/features/pairs/rules.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly path: string;
  readonly rule: string;
  readonly says: string;
}

/** A feature may use those before it. */
export const featureOrder = [
  ...['people', 'programmes', 'release', 'surveys', 'recruitment', 'matching', 'pairs', 'meetings', 'checkins'],
  ...['concerns', 'training', 'recognition', 'stories', 'insights', 'privacy', 'installation'],
];

const featureFiles = /^(model|rules|policy|store|cards|sends|usecases|bot|routes|jobs|client|words|page)\.tsx?$/;
const featureFolders = ['components', 'words', 'content', 'engine'];
const usableByOthers = /^(model|rules|policy|usecases|store|words)\.ts$/;
const forbiddenNames = /^(index|utils?|helpers?|types|service|manager|common)\.(ts|tsx|mjs)$/;
const sdks = /^(@azure\/|@microsoft\/microsoft-graph|botbuilder|botframework|@microsoft\/teams-ai|openai)/;
const botSdks = /^(botbuilder|botframework|@microsoft\/teams-ai|openai)/;
const botSdkFiles = ['src/bot/endpoint.ts', 'src/platform/teams.ts', 'src/platform/model.ts'];
const clockFiles = ['src/platform/clock.ts', 'src/platform/log.ts'];

type Check = (file: SourceFile) => string | undefined;

const isCode = (path: string): boolean => ['.ts', '.tsx', '.mjs'].some((end) => path.endsWith(end));
const isPage = (path: string): boolean => path.endsWith('.tsx') || path.endsWith('/client.ts');
const inSandbox = (path: string): boolean => path.startsWith('src/sandbox/');
const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

function importsOf({ path, text }: SourceFile): { from: string; typeOnly: boolean; target: string }[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
  );
  return [...found].map(([, type, one, lazy]) => {
    const from = one ?? lazy ?? '';
    return { from, typeOnly: type !== undefined, target: from.startsWith('.') ? resolve(path, from) : from };
  });
}

function resolve(path: string, relative: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const checks: Record<string, Check> = {
  feature: ({ path }) => {
    const feature = featureOf(path);
    return feature && !featureOrder.includes(feature)
      ? `no feature is called ${feature}: see the order in src/README.md`
      : undefined;
  },
  'file-name': ({ path }) => {
    const inside = /^src\/features\/[^/]+\/(.+)$/.exec(path)?.[1]?.split('/');
    if (!inside) return undefined;
    if (inside.some((part) => featureFolders.includes(part))) return undefined;
    return featureFiles.test(inside.at(-1) ?? '')
      ? undefined
      : 'not in the closed list of file names of a feature (style.md)';
  },
  'forbidden-name': ({ path }) => (forbiddenNames.test(nameOf(path)) ? 'name the file after what it holds' : undefined),
  length: ({ path, text }) =>
    isCode(path) && text.split('\n').length > 301
      ? 'longer than 300 lines: split a sub-concern into a folder'
      : undefined,
  order: (file) => {
    const mine = featureOrder.indexOf(featureOf(file.path) ?? '');
    const late = importsOf(file).find(({ target }) => featureOrder.indexOf(featureOf(target) ?? '') > mine);
    return mine >= 0 && late ? `${late.from} belongs to a later feature: let that one listen` : undefined;
  },
  inside: (file) => {
    const mine = featureOf(file.path);
    const foreign = importsOf(file).find(({ target }) => {
      const other = featureOf(target);
      if (!mine || !other || other === mine || target.includes('/components/') || target.includes('/engine/'))
        return false;
      return !usableByOthers.test(nameOf(target)) && !(isPage(file.path) && nameOf(target) === 'client.ts');
    });
    return foreign ? `${foreign.from} is inside another feature: ask its usecases` : undefined;
  },
  upward: (file) => {
    const level = file.path.startsWith('src/platform/')
      ? 0
      : featureOf(file.path) || file.path.startsWith('src/ui/')
        ? 1
        : 2;
    const up = importsOf(file).find(({ target }) => {
      if (!target.startsWith('src/')) return false;
      if (/^src\/(api|bot|worker|tab|cli|app|main)/.test(target)) return level < 2;
      return level === 0 && /^src\/(features|ui)\//.test(target);
    });
    return up && !inSandbox(file.path)
      ? `${up.from} lies above: doors import features, features import the platform`
      : undefined;
  },
  sandbox: (file) => {
    if (inSandbox(file.path) || file.path.startsWith('src/cli/') || file.path === 'src/starter.mjs') return undefined;
    return importsOf(file).some(({ target }) => inSandbox(target))
      ? 'the product does not know the sandbox'
      : undefined;
  },
  sdk: (file) => {
    if (/^src\/(platform|sandbox)\//.test(file.path) || file.path === 'src/bot/endpoint.ts') return undefined;
    return importsOf(file).some(({ from }) => sdks.test(from)) ? 'SDKs are imported in src/platform only' : undefined;
  },
  'bot-sdk': (file) => {
    if (inSandbox(file.path) || botSdkFiles.includes(file.path)) return undefined;
    return importsOf(file).some(({ from }) => botSdks.test(from))
      ? `bot SDKs are imported in ${botSdkFiles.join(' and ')} only`
      : undefined;
  },
  environment: ({ path, text }) => {
    if (inSandbox(path) || /^src\/(cli\/|config\.ts|main\.ts|starter\.mjs|worker\/main\.ts|tab\/.*config)/.test(path))
      return undefined;
    return isCode(path) && /process\.env\b/.test(withoutComments(text))
      ? 'the environment is read in config.ts'
      : undefined;
  },
  clock: ({ path, text }) => {
    const exempt =
      inSandbox(path) || clockFiles.includes(path) || /^src\/(cli|ui|tab|starter)/.test(path) || isPage(path);
    return isCode(path) &&
      !exempt &&
      /\bDate\.now\(\)|new Date\(\)|DateTime\.(now|utc|local)\(\)/.test(withoutComments(text))
      ? 'the clock is read in platform/clock.ts: take deps.clock'
      : undefined;
  },
  random: ({ path, text }) => {
    // The key of a request is made in the browser, which has its own.
    const isPlace = path === 'src/platform/ids.ts' || path === 'src/ui/http.ts';
    if (inSandbox(path) || isPlace || !isCode(path)) return undefined;
    return /randomUUID|randomBytes/.test(withoutComments(text)) ? 'random ids are made in platform/ids.ts' : undefined;
  },
  timer: ({ path, text }) =>
    path.startsWith('src/features/') && !isPage(path) && /\b(setTimeout|setInterval)\(/.test(withoutComments(text))
      ? 'what is to happen later is a task with a due time'
      : undefined,
  pure: (file) => {
    if (!featureOf(file.path) || !/^(rules|policy|cards|model)\.ts$/.test(nameOf(file.path))) return undefined;
    const reaches = importsOf(file).some(
      ({ from, target, typeOnly }) =>
        from.startsWith('node:') ||
        (!typeOnly && /\/(store|usecases|tables|outbox|teams|graph|entra)\.ts$/.test(target)),
    );
    return reaches || /\basync\b|\bawait\b|Math\.random/.test(withoutComments(file.text))
      ? 'rules, policy, cards and model are pure: facts in, answer out'
      : undefined;
  },
  page: (file) => {
    if (!isPage(file.path) || inSandbox(file.path)) return undefined;
    const server = importsOf(file).find(
      ({ from, target, typeOnly }) =>
        !typeOnly && (from.startsWith('node:') || /\/(store|usecases|routes|jobs|bot|cards)\.ts$/.test(target)),
    );
    return server ? `${server.from} is server code: a page asks through client.ts` : undefined;
  },
  engine: (file) => {
    if (!file.path.includes('/engine/')) return undefined;
    return importsOf(file).some(({ target }) => !target.includes('/engine/'))
      ? 'the engine is pure and imports nothing'
      : undefined;
  },
  'bare-sentence': ({ path, text }) => {
    if (inSandbox(path)) return undefined;
    const bare = bareSentence(path, withoutComments(text));
    return bare === undefined ? undefined : `"${bare.trim()}" belongs into words/`;
  },
  any: ({ path, text }) =>
    isCode(path) &&
    /(:|\bas|<|\|)\s*any\b(?!\s*-)/.test(withoutComments(text).replace(/(['"`])(?:\\.|(?!\1).)*\1/g, "''"))
      ? 'unknown at the edge, parsed at once'
      : undefined,
  outbound: ({ path, text }) => {
    const exempt =
      inSandbox(path) ||
      path === 'src/platform/outbound.ts' ||
      path.startsWith('src/cli/') ||
      path === 'src/ui/http.ts';
    return isCode(path) && !exempt && /(^|[^.\w])fetch\(/.test(withoutComments(text))
      ? 'everything calls out through platform/outbound'
      : undefined;
  },
  verb: ({ path, text }) =>
    featureOf(path) && /export (async )?function (handle|process|manage)[A-Z]/.test(text)
      ? 'use a verb of the domain'
      : undefined,
  opening: ({ path, text }) => {
    if (!featureOf(path) || !/^(model|rules|sends|bot|routes|jobs)\.ts$/.test(nameOf(path))) return undefined;
    return text.startsWith('/**') ? undefined : 'opens with one or two sentences: what this is and what it promises';
  },
};

const attributes = 'label|title|placeholder|aria-label|alt|hint|content|text';

function bareSentence(path: string, text: string): string | undefined {
  if (path.endsWith('.tsx')) {
    const child = /<[A-Za-z][\w.]*(?:\s[^<>]*)?>\s*([A-ZÀ-Ý][a-zà-ÿ]+(?:\s+[\wÀ-ÿ',.!?-]+)+)\s*</.exec(text)?.[1];
    const attribute = new RegExp(`\\s(?:${attributes})=["']([A-ZÀ-Ý][^"']*\\s[^"']*)["']`).exec(text)?.[1];
    return child ?? attribute;
  }
  if (!path.endsWith('/cards.ts')) return undefined;
  return /['"`]([A-ZÀ-Ý][a-zà-ÿ]+ [a-zà-ÿ][^'"`]*)['"`]/.exec(text)?.[1];
}

export function findings(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) =>
    Object.entries(checks).flatMap(([rule, check]) => {
      const says = check(file);
      return says === undefined ? [] : [{ path: file.path, rule, says }];
    }),
  );
}
