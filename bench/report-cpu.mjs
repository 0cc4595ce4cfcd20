// Loaded before every measured process: answers how much CPU it has used, and ends it when the
// benchmark is gone.

process.on('message', (message) => {
  if (message === 'cpu') process.send({ cpu: process.cpuUsage() });
});
process.once('disconnect', () => process.exit());
process.channel?.unref();
