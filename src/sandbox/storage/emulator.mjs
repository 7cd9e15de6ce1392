/**
 * The storage emulator as a child process. It ends, and writes down what it has in memory, when its parent lets go of it
 * or dies: a kill of the parent would otherwise leave it behind with the ports.
 */
process.once('SIGINT', () => {
  if (process.connected) process.disconnect();
});
process.once('disconnect', () => process.emit('SIGINT'));

await import('azurite/dist/src/azurite.js');
