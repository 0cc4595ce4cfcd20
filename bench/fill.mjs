import { message, offeredForm, submit } from './activities.mjs';
import { drive } from './client.mjs';
import { inventPeople, staff } from './people.mjs';
import { untilQuiet } from './usage.mjs';

/** Few at once: submits are stored one after another, and on a busy computer a long queue ends in 受付中. */
const atOnce = 5;

/** Everyone asks for the form once, so that the app knows their chat, and keeps what the form carries. */
async function meet(office, people) {
  const asked = people.map((person) => message(office, office.app, person, '提案'));
  await drive(asked, atOnce);
  return people.map((person) => ({ ...person, form: offeredForm(office, person) }));
}

/** Invented people who have their form and have not submitted. @returns {Promise<object[]>} */
export const meetNewcomers = (office, count) => meet(office, inventPeople(count));

/**
 * Submits until there are as many proposals as planned: one by each invented person, so that their
 * office is known from then on, the rest by the people of the demo in turn. That is the warm-up of the
 * submit turn too.
 * @returns {Promise<object[]>} the invented people, who may still submit
 */
export async function fill(office, { proposals, invented }) {
  const known = await meet(office, staff());
  const newcomers = await meetNewcomers(office, invented);
  const rest = Math.max(0, proposals - newcomers.length);
  const turns = Array.from({ length: rest }, (_, index) => known[index % known.length]);
  const first = newcomers.slice(0, proposals);
  const requests = [...first, ...turns].map((person, index) =>
    submit(office, office.app, person, index),
  );
  await drive(requests, atOnce);
  await untilQuiet(office);
  return first;
}
