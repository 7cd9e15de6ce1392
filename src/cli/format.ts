/** `npm run format`: brings every file into the one format. */
import { runTool } from './tool.ts';

const paths = process.argv.slice(2);
process.exitCode = (await runTool('prettier', ['--write', ...(paths.length > 0 ? paths : ['.'])])).code;
