/** `npm run bench -- NAME [--json] [--full]`: the benchmarks by name; with --json the last line is one line of JSON. */
import { parseArgs } from 'node:util';
import { benchApi } from './bench/api.ts';
import { benchAudit } from './bench/audit.ts';
import { benchCalendar } from './bench/calendar.ts';
import { benchCheckIns } from './bench/check-ins.ts';
import { benchCopies } from './bench/copies.ts';
import { benchHostile } from './bench/hostile.ts';
import { benchDelivery } from './bench/delivery.ts';
import { benchFaults } from './bench/faults.ts';
import { benchForecast } from './bench/forecast.ts';
import { benchMatching } from './bench/matching.ts';
import { benchPace } from './bench/pace.ts';
import { benchRecruitment } from './bench/recruitment.ts';
import { benchPlayer } from './bench/player.ts';
import { benchResults } from './bench/results.ts';
import { benchRolling } from './bench/rolling.ts';
import { benchSync } from './bench/sync.ts';
import { benchTab } from './bench/tab.ts';
import { benchWorkbench } from './bench/workbench.ts';
import { benchYear } from './bench/year.ts';

/** Numbers under the keys of the contract (design.md 4, matching.md 6), and more. */
export type Figures = Readonly<Record<string, number>>;

export interface BenchWish {
  /** The sizes and times that an issue names; otherwise within three minutes. */
  readonly full: boolean;
}

interface Bench {
  readonly says: string;
  run(wish: BenchWish): Promise<Figures>;
}

const benches: Readonly<Record<string, Bench>> = {
  hostile: {
    says: 'hostile strings into every string field of every route and verb; with --full all of them',
    run: benchHostile,
  },
  pace: { says: 'what thirty calm people feel while one fires fifty requests a second', run: benchPace },
  delivery: {
    says: 'cards through all limits of Teams, with 1, 2 and 3 workers; with --full 1,000 each, and 20,000 with three',
    run: benchDelivery,
  },
  faults: {
    says: 'messages through 2,000 faults and 20 kills, 10,000 histories, storage that fails under every use case; with --full all',
    run: benchFaults,
  },
  forecast: {
    says: 'what was foretold of 240 surveys (--full 1,000), held against what was released',
    run: benchForecast,
  },
  matching: { says: 'a proposal for 300 mentees and 200 mentors; the assignment of 1,000 and 600', run: benchMatching },
  workbench: {
    says: 'what a coordinator waits for at 300 x 200 and 900 x 600, and each press in a browser at 2,000 x 1,200',
    run: benchWorkbench,
  },
  audit: {
    says: 'whether the look at fairness finds a bias that was put in on purpose: 72 programmes (--full 200)',
    run: benchAudit,
  },
  results: {
    says: 'whether results point at a person: an attack on 27 organisations (--full 1,000), and answers taken in',
    run: benchResults,
  },
  recruitment: {
    says: 'a call to 600 people, of whom some opt out meanwhile, while others use the tab; with --full 10,000',
    run: benchRecruitment,
  },
  rolling: {
    says: 'a deploy while 400 cards go out and 50 requests a second come in: what is lost or fails; with --full 2,000',
    run: benchRolling,
  },
  sync: {
    says: 'the directory read from a Graph that throttles, and an audience counted: 1,200 and 10,000; with --full 100,000',
    run: benchSync,
  },
  calendar: {
    says: 'times for 1,000 pairs in the background within the limits of Outlook, and single searches; with --full 10,000',
    run: benchCalendar,
  },
  'check-ins': {
    says: 'answers of 800 people to a check-in, 34 a second, while its cards go out; with --full of 20,000',
    run: benchCheckIns,
  },
  copies: {
    says: 'a copy of the state of 600 participants while somebody writes, and put back; with --full of 20,000',
    run: benchCopies,
  },
  year: {
    says: 'nine weeks of 24 pairs with planted troubles: what is told of them, and what everybody gets; with --full a year of 400',
    run: benchYear,
  },
  api: {
    says: 'the highest rate of a working day that the web process holds for 1,000 participants, beside what storage does by itself; with --full 20,000',
    run: benchApi,
  },
  player: {
    says: 'four hundred people in a course at once through the doors of the web process, cut off at random; with --full 5,000',
    run: benchPlayer,
  },
  tab: {
    says: 'the twelve most used pages on a simulated phone: what they weigh, when they are there, how they answer',
    run: benchTab,
  },
};

const help = [
  'npm run bench -- NAME [--json] [--full]',
  '',
  ...Object.entries(benches).map(([name, { says }]) => `  ${name.padEnd(10)} ${says}`),
].join('\n');

async function main(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, full: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const [name, ...more] = positionals;
  if (values.help || name === undefined) {
    process.stdout.write(`${help}\n`);
    return values.help ? 0 : 2;
  }
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench || more.length > 0) {
    process.stderr.write(`There is no benchmark "${positionals.join(' ')}" (yet).\n\n${help}\n`);
    return 2;
  }
  const figures = rounded(await bench.run({ full: values.full === true }));
  for (const [key, value] of Object.entries(figures)) process.stderr.write(`${key.padEnd(28)} ${value}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: name, figures })}\n`);
  return 0;
}

function rounded(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Number(value.toPrecision(4))]));
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isUsage = error instanceof TypeError && 'code' in error;
    process.stderr.write(
      `${error instanceof Error ? (isUsage ? `${error.message}\n\n${help}` : error.stack) : String(error)}\n`,
    );
    process.exit(isUsage ? 2 : 1);
  },
);
