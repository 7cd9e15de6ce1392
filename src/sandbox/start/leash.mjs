/** Preloaded into the product's process: it ends with the sandbox, also when the sandbox is killed and can say nothing. */
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
