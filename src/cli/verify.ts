/**
 * `npm test` and `npm run check`: types, lint, format and the tests. The last line is `N passed, N failed`: the tests, and one
 * for each of types, lint, format and the build of the tab. With files named, these tests alone.
 */
import { inspect } from 'node:util';
import { buildTab, tabDir } from '../tab/build.ts';
import { runTool, type ToolEnd } from './tool.ts';

const fast = process.argv.includes('--fast');
const passedOn = process.argv.slice(2).filter((word) => word !== '--fast');
/** Whoever names files wants to know about them, and soon. */
const named = passedOn.some((word) => /\.tsx?$/.test(word));

/** What `check` runs: the layout, and the tests of files that need nothing but themselves. */
const pure = [
  'test/architecture.test.ts',
  'test/words.test.ts',
  'test/config.test.ts',
  'test/**/{model,rules,policy,cards,words}.test.ts',
  'test/**/*.{model,rules,policy,cards,words}.test.ts',
  'test/**/engine/**/*.test.ts',
];

/** Most tests wait for servers and browsers: two files at once take little more than half the time. */
const atOnce = ['--parallel', '--jobs', '2'];

const steps: Readonly<Record<string, () => Promise<ToolEnd>>> = named
  ? {}
  : {
      types: () => runTool('tsc', ['-p', '.'], { shown: false }),
      lint: () => runTool('oxlint', ['--type-aware', '--quiet', 'src', 'test'], { shown: false }),
      format: () => runTool('prettier', ['--check', '--log-level', 'warn', '.'], { shown: false }),
      // Not by the first test that needs it, while others wait.
      ...(fast ? {} : { tab: buildTabOnce }),
    };

async function buildTabOnce(): Promise<ToolEnd> {
  try {
    await buildTab({ outDir: tabDir });
    return { code: 0, text: '' };
  } catch (error) {
    return { code: 1, text: `${inspect(error)}\n` };
  }
}

function report(name: string, end: ToolEnd, seconds: string): boolean {
  const good = end.code === 0;
  if (!good) process.stdout.write(end.text);
  process.stdout.write(`${good ? '✔' : '✘'} ${name} (${seconds} s)\n`);
  return good;
}

async function runSteps(): Promise<boolean[]> {
  const started = Date.now();
  return Promise.all(
    Object.entries(steps).map(async ([name, run]) =>
      report(name, await run(), ((Date.now() - started) / 1000).toFixed(1)),
    ),
  );
}

/** The counts of mocha's own summary; a run that broke off without one is a failure. */
function countsOf({ code, text }: ToolEnd): { passed: number; failed: number } {
  const last = (word: string): number => Number([...text.matchAll(new RegExp(`^ *(\\d+) ${word}`, 'gm'))].at(-1)?.[1]);
  const passed = last('passing') || 0;
  const failed = last('failing') || 0;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function runTests(): Promise<{ passed: number; failed: number }> {
  const specs = fast ? pure : ['test/**/*.test.ts'];
  return countsOf(
    await runTool('mocha', [
      '--no-color',
      '--reporter',
      'test/support/slowest.ts',
      ...(named ? [] : [...specs, ...atOnce]),
      ...passedOn,
    ]),
  );
}

const good = await runSteps();
const tests = await runTests();
const passed = tests.passed + good.filter(Boolean).length;
const failed = tests.failed + good.filter((one) => !one).length;
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
