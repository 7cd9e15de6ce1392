/** `npm start`: the sandbox organisation with the whole product on it. One line of JSON says when all is up. */
import { checkPorts } from './start/ports.ts';
import { help, readOptions, StartProblem, type StartOptions } from './start/options.ts';
import { openDataFolder, type DataFolder } from './start/data-folder.ts';
import { preparePages } from './start/pages.ts';
import { tellStory } from './acts/story.ts';
import { startSandbox, type Sandbox } from './world.ts';

const longestFarewellMs = 4_800;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return void process.stdout.write(`${help}\n`);
  say(`Starting an organisation of ${options.people} people ...`);
  await checkPorts(options.port, options.production);
  const folder = await openDataFolder(options);
  process.once('exit', () => folder.free());
  const sandbox = await start(options, folder);
  process.stdout.write(`${JSON.stringify({ ready: true, ...sandbox.urls })}\n`);
  say(welcome(sandbox, options));
  if (sandbox.hasStory) await tell(sandbox, folder);
  else if (folder.story === 'begun')
    say('  The story was interrupted here; npm start -- --fresh tells it from the beginning.');
}

/** A signal during the start stops what there is by then. */
async function start(options: StartOptions, folder: DataFolder): Promise<Sandbox> {
  let ending = false;
  const starting = startSandbox(options, folder, preparePages());
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code), longestFarewellMs).unref();
    void starting
      .then((sandbox) => sandbox.close())
      .catch(() => undefined)
      .then(() => process.exit(code));
  };
  process.on('SIGINT', () => end(0)).on('SIGTERM', () => end(0));
  const sandbox = await starting;
  void sandbox.died.then((sentence) => {
    if (ending) return;
    say(`${sentence} The sandbox stops; its data are kept in ${options.dataDir}.`);
    end(1);
  });
  return sandbox;
}

/** A story that breaks off is no reason to stop: what there is can be used. */
async function tell({ world }: Sandbox, folder: DataFolder): Promise<void> {
  const begun = performance.now();
  try {
    await world.story.during((said) =>
      tellStory(world, (chapter) => {
        said(chapter);
        say(`  The story so far: ${chapter} ...`);
      }),
    );
    await folder.noteTold();
    const seconds = Math.round((performance.now() - begun) / 1000);
    say(`  Today: one programme runs for six weeks, one is just beginning (told in ${seconds} s).`);
  } catch (error) {
    say(`  The story broke off: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function welcome({ urls }: Sandbox, { dataDir, worker, production }: StartOptions): string {
  const lines = production
    ? deployHere(dataDir)
    : [
        '',
        `  The organisation is ready: open ${urls.host}`,
        '  Choose a person at the top, press "Try this" at the right, and move the clock on to see what happens.',
        ...(worker ? [] : [`  There is no worker yet: npm run worker -- --env ${dataDir}/sandbox.env`]),
        `  Everything is kept in ${dataDir}. Ctrl-C stops it.`,
        '',
      ];
  return lines.join('\n');
}

function deployHere(dataDir: string): string[] {
  return [
    '',
    '  The servers are ready, and there is no app: npm run build, npm ci in dist/, and start it there with its settings:',
    `  set -a; . ${dataDir}/production.env; npm start`,
    `  Everything is kept in ${dataDir}. Ctrl-C stops it.`,
    '',
  ];
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartProblem;
  say(isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
