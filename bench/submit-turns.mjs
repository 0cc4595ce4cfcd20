import { message, submit } from './activities.mjs';
import { drive } from './client.mjs';
import { meetNewcomers } from './fill.mjs';
import { comparisonLines } from './lines.mjs';
import { takePairs, takeSample } from './measure.mjs';
import { openFloor } from './office.mjs';
import { concurrency } from './plan.mjs';
import { untilQuiet } from './usage.mjs';

const goal = 1.5;
const words = 'この仕事のやり方を変えたいです。';

/** The proposals there are were submitted too: with these the app has had as many turns as its floor. */
async function warmUp(office, plan) {
  const people = await meetNewcomers(office, plan.warmUpPeople);
  const requests = Array.from({ length: plan.submitWarmUp }, (_, index) =>
    submit(office, office.app, people[index % people.length], index),
  );
  await drive(requests, concurrency);
}

/** The submit turn of people already known beside a bare echo turn, both with token validation on. */
export async function compareSubmitTurns(office, plan, people) {
  const floor = await openFloor(office, 'echo-bot.mjs');
  const echoes = (count) =>
    Array.from({ length: count }, (_, index) =>
      message(office, floor.url, people[index % people.length], words),
    );
  let next = plan.proposals;
  const submits = (count) =>
    Array.from({ length: count }, () => {
      next += 1;
      return submit(office, office.app, people[next % people.length], next);
    });
  await drive(echoes(plan.floorWarmUp), concurrency);
  await warmUp(office, plan);
  const repliesBefore = office.channel.accepted();
  const pairs = await takePairs({
    samples: plan.samples,
    floor: () => takeSample(floor.server, echoes(plan.submits), office.servers),
    ours: async () => {
      await untilQuiet(office);
      return takeSample(office.server, submits(plan.submits), office.servers);
    },
  });
  const replies = office.channel.accepted() - repliesBefore;
  if (replies !== plan.samples * plan.submits) throw new Error(`${replies} replies of the floor`);
  await floor.server.stop();
  return comparisonLines('Submit turn, known person', pairs, goal);
}
