/** `npm run tandem -- COMMAND`: what an administrator types. Each command says what it does with `--help`. */
import { ConfigProblem } from '../config.ts';
import { commands } from './commands.ts';
import { UsageProblem } from './usage.ts';

async function main([name, ...words]: readonly string[]): Promise<number> {
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const lines = commands.map((one) => `  ${one.name.padEnd(10)} ${one.says}`);
    process.stderr.write(`npm run tandem -- COMMAND [options]\n\n${lines.join('\n')}\n\nEach has --help.\n`);
    return name === undefined || name === '--help' ? 0 : 2;
  }
  if (words.includes('--help')) {
    process.stdout.write(`${command.name}: ${command.says}\n\n${command.options}\n`);
    return 0;
  }
  return command.run(words);
}

/** Node's own words about options say which one and what to do. */
function isUnknownOption(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof ConfigProblem || error instanceof UsageProblem || isUnknownOption(error);
    process.stderr.write(
      `${expected || !(error instanceof Error) ? String(error).replace(/^\w+( \[\w+\])?: /, '') : error.stack}\n`,
    );
    process.exitCode = expected ? 2 : 1;
  },
);
