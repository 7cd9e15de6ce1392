/** The program: built here from the locked packages, put into web and worker as one file that cannot be changed there. */
import { join } from 'node:path';
import { root } from '../tool.ts';
import type { Step } from './step.ts';
import { zipFolder } from './zip.ts';

/** Below the root, where every program is started. */
const zipFile = 'build/tandem-server.zip';

export const build: Step = {
  id: 'build',
  says: 'Build the program, with its locked packages, into one file',
  run: async ({ programs, say, wish: { dryRun } }) => {
    await programs.node(['src/starter.mjs', 'build']);
    await programs.npm(['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], 'dist');
    if (dryRun) return say(`dist, without what only developers read, goes into ${zipFile}`);
    const { files, bytes } = await zipFolder(join(root, 'dist'), join(root, zipFile));
    say(`${files} files, ${Math.round(bytes / 1_000_000)} MB: ${zipFile}`);
  },
};

export const code: Step = {
  id: 'code',
  says: 'Put the program into the worker and into the web app',
  run: async ({ programs, outputs, wish: { site } }) => {
    const { webName, workerName } = await outputs();
    for (const name of [workerName, webName])
      await programs.az([
        ...['webapp', 'deploy', '--resource-group', site.group, '--name', name],
        ...['--type', 'zip', '--src-path', zipFile, '--clean', 'true', '--restart', 'true', '--timeout', '900000'],
      ]);
  },
};

export const makePackage: Step = {
  id: 'package',
  says: 'Make the Teams app package',
  run: async ({ programs, outputs, byHand, wish: { site } }) => {
    const { domain, tabClientId, botId } = await outputs();
    const words = ['--env', site.name, '--domain', domain, '--tab-client-id', tabClientId, '--bot-id', botId];
    await programs.node(['src/starter.mjs', 'package', ...words]);
    byHand(`Upload build/tandem-${site.name}.zip: Teams admin centre, Teams apps, Manage apps, Upload new app`);
  },
};
