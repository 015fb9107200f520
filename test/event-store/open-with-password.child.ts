// Opens a store with a password while the client logs all it does, and says on its standard output what was logged.
process.env.DEBUG = 'esdb:*';
process.stderr.write = process.stdout.write.bind(process.stdout);
const { KurrentEventStore } = await import('#platform/event-store/kurrent/kurrent-event-store.js');

const [port, password = ''] = process.argv.slice(2);
const server = { nodes: [{ address: '127.0.0.1', port: Number(port) }], discover: false, tls: true };
try {
  await KurrentEventStore.open(
    { ...server, credentials: { username: 'poststelle', password } },
    { callMs: 1_500, subscriptionStartMs: 1_500 },
  );
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
}
process.exit();

export {};
