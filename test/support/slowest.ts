/** Mocha's own report, and before its end the files that took longest: where to look when the tests grow slow. */
import { relative } from 'node:path';
import Mocha from 'mocha';

const { EVENT_HOOK_END, EVENT_TEST_END } = Mocha.Runner.constants;
const shown = 12;

export default class Slowest extends Mocha.reporters.Spec {
  readonly #took = new Map<string, number>();

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const add = ({ file, duration = 0 }: Pick<Mocha.Runnable, 'file' | 'duration'>): void => {
      if (file !== undefined) this.#took.set(file, (this.#took.get(file) ?? 0) + duration);
    };
    runner.on(EVENT_TEST_END, add).on(EVENT_HOOK_END, add);
  }

  override epilogue(): void {
    const slowest = [...this.#took].toSorted((a, b) => b[1] - a[1]).slice(0, shown);
    const lines = slowest.map(([file, ms]) => `${(ms / 1000).toFixed(0).padStart(6)} s  ${relative('.', file)}\n`);
    process.stdout.write(`\n  the files that took longest\n${lines.join('')}`);
    super.epilogue();
  }
}
