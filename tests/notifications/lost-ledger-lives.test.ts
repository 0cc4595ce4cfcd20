import fc from 'fast-check';
import { openProcess, type Process, type World } from '../support/telling-world.js';
import { minuteMs, publishAgain, toldWorld } from '../support/told-world.js';

const steps = ['sweep', 'restart', 'hour', 'publish', 'emptied', 'graph-away', 'vanish'] as const;

type Step = (typeof steps)[number];

function publish(world: World, { teller }: Process): void {
  world.proposal = publishAgain(world.proposal, world.now);
  world.now += 11_000;
  teller.look(world.proposal);
}

/** Empties the ledger behind the back of a process that has been at rest for an hour, and ends that process. */
async function emptyLedger(world: World, { teller }: Process): Promise<void> {
  await teller.sweep();
  world.now += 60 * minuteMs;
  await teller.sweep();
  world.ledger.items.clear();
}

/** Does to the world what a step says; answers the process that goes on. */
async function live(world: World, process: Process, step: Step): Promise<Process> {
  world.ledger.onCall = () => {
    if (step === 'graph-away') throw new Error('Graph is away');
  };
  if (step === 'hour') world.now += 60 * minuteMs;
  if (step === 'vanish') process.lose(() => true);
  if (step === 'publish') publish(world, process);
  if (step === 'emptied') await emptyLedger(world, process);
  return step === 'restart' || step === 'emptied' ? openProcess(world, 'another') : process;
}

test('whatever is lost and whenever, no place hears of an event twice and every notice is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 25 }), async (life) => {
      const world = await toldWorld();
      let process = openProcess(world, 'first');
      let intents = 3;
      for (const step of life) {
        if (step === 'publish') intents += 1;
        process = await live(world, process, step);
        await process.teller.sweep();
        const counts = Object.values(process.teller.balance());
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(intents);
      }
      expect(world.sends.length).toBeLessThanOrEqual(intents);
    }),
    { numRuns: 200 },
  );
});
