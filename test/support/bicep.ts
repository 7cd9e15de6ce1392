/** Bicep files as trees: what each declares, and how a module calls another. Nothing here compiles; Azure does that. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

const folder = join(import.meta.dirname, '..', '..', 'infra');
const require = createRequire(import.meta.url);

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly hasDefault: boolean;
  readonly described: boolean;
}

export interface ModuleCall {
  readonly symbol: string;
  /** Below infra/. */
  readonly file: string;
  readonly given: readonly string[];
}

export interface BicepFile {
  /** Below infra/. */
  readonly path: string;
  readonly text: string;
  readonly root: Node;
  /** Places that are no Bicep, `line:column`. */
  readonly faults: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly calls: readonly ModuleCall[];
  readonly outputs: readonly string[];
  /** `Microsoft.Web/sites@2023-12-01`, as each resource names its own. */
  readonly resources: readonly string[];
}

export const bicepPaths = (): string[] => [
  'main.bicep',
  ...readdirSync(join(folder, 'modules'))
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => `modules/${name}`),
];

export const readInfra = (path: string): string => readFileSync(join(folder, path), 'utf8');

export async function bicepReader(): Promise<(path: string, text?: string) => BicepFile> {
  await Parser.init();
  const wasm = require.resolve('tree-sitter-bicep/package.json').replace(/package\.json$/, 'tree-sitter-bicep.wasm');
  const parser = new Parser().setLanguage(await Language.load(wasm));
  return (path, text = readInfra(path)) => {
    // The grammar is older than this word; the line is otherwise a name alone.
    const root = parser.parse(text.replace(/^extension \w+$/m, (line) => `//${line.slice(2)}`))?.rootNode;
    if (!root) throw new Error(`${path} was not parsed`);
    return { path, text, root, faults: faultsIn(root), ...declarations(root, path) };
  };
}

export function every(root: Node, type: string): Node[] {
  return root.descendantsOfType(type).filter((one) => one !== null);
}

const named = (node: Node): Node[] => node.namedChildren.filter((one) => one !== null);
const textOf = (node: Node | undefined): string => node?.text.replace(/^'|'$/g, '') ?? '';

function faultsIn(node: Node): string[] {
  if (!node.hasError) return [];
  const here = node.isError || node.isMissing ? [`${node.startPosition.row + 1}:${node.startPosition.column + 1}`] : [];
  return [...here, ...node.children.flatMap((one) => (one === null ? [] : faultsIn(one)))];
}

function declarations(root: Node, path: string): Pick<BicepFile, 'parameters' | 'calls' | 'outputs' | 'resources'> {
  return {
    parameters: every(root, 'parameter_declaration').map((node) => {
      const [name, type, value] = named(node);
      const before = node.previousNamedSibling;
      const described = before?.type === 'decorators' && /@description\('.{10,}'\)/.test(before.text);
      return { name: textOf(name), type: textOf(type), hasDefault: value !== undefined, described };
    }),
    calls: every(root, 'module_declaration').map((node) => {
      const [symbol, file] = named(node);
      return { symbol: textOf(symbol), file: below(path, textOf(file)), given: keysOf(propertyOf(node, 'params')) };
    }),
    outputs: every(root, 'output_declaration').map((node) => textOf(named(node)[0])),
    resources: every(root, 'resource_declaration').map((node) => textOf(named(node)[1])),
  };
}

const below = (from: string, to: string): string => (from.startsWith('modules/') ? `modules/${to}` : to);

/** The value of the first property of that name in the first object below. */
export function propertyOf(node: Node, name: string): Node | undefined {
  const [object] = every(node, 'object');
  const found = object && named(object).find((one) => one.type === 'object_property' && textOf(named(one)[0]) === name);
  return found && named(found)[1];
}

export function keysOf(object: Node | undefined): string[] {
  return object
    ? named(object)
        .filter((one) => one.type === 'object_property')
        .map((one) => textOf(named(one)[0]))
    : [];
}

/** `KEY: value` of an object, the value as it is written. */
export function entriesOf(object: Node | undefined): Map<string, string> {
  const properties = object ? named(object).filter((one) => one.type === 'object_property') : [];
  return new Map(properties.map((one) => [textOf(named(one)[0]), textOf(named(one)[1])]));
}

/** The object that a variable holds. */
export function variable(root: Node, name: string): Node | undefined {
  const found = every(root, 'variable_declaration').find((one) => textOf(named(one)[0]) === name);
  return found && named(found)[1];
}
