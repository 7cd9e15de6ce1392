/** `npm run package`: the Teams app packages. */
process.stderr.write('The Teams app packages come with the packaging of the app; this command cannot make them yet.\n');
process.exitCode = 1;
