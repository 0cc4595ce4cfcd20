import { closeSync, mkdirSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proposal } from '../../src/domain/proposal.js';
import { readCourse } from '../../src/domain/read-course.js';
import { statuses } from '../../src/domain/status.js';
import { openHeldTrails } from '../../src/runtime/held-trails.js';
import { shortOf } from '../../src/runtime/short-proposal.js';
import { DamagedText, openTextFiles, type TextFiles } from '../../src/spool/text-files.js';
import { isFailure } from '../../src/usecases/failure.js';
import { done, inStatus } from '../support/proposal-in-status.js';

let folder: string;
let files: TextFiles;
let damaged: string[];
let faults: unknown[];

const open = () => openHeldTrails(files, (id) => damaged.push(id));
const stored = (value: Proposal) => ({ value, itemId: '1', revision: '1' });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-trails-'));
  damaged = [];
  faults = [];
  files = openTextFiles(
    folder,
    (count) => `trails-${count}`,
    (fault) => faults.push(fault),
  );
});
afterEach(async () => {
  files.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(statuses)('a held proposal that is %s says what it said, trail included', (status) => {
  const value = inStatus(status);
  const trails = open();
  const held = trails.hold(stored(value)).value;
  expect(trails.loads()).toBe(0);
  expect(held.course).toStrictEqual(readCourse(value));
  expect(held).toStrictEqual(value);
  expect(JSON.parse(JSON.stringify(held))).toStrictEqual(JSON.parse(JSON.stringify(value)));
});

test('what is made of a held proposal has its trail itself and no course of before', () => {
  const held = open().hold(stored(inStatus('reviewing'))).value;
  const next = done(held, 'add-note', { note: 'あとで見ます。' });
  expect(next.course).toBeUndefined();
  expect(next.trail).toHaveLength(held.trail.length + 1);
  expect(Object.getOwnPropertyDescriptor({ ...held }, 'trail')?.get).toBeUndefined();
});

test('what is held already is held as it is', () => {
  const trails = open();
  const first = trails.hold(stored(inStatus('decided')));
  expect(trails.hold(first)).toBe(first);
});

test('trails looked at lately are not read again, and the oldest of many are', () => {
  const trails = open();
  const held = Array.from({ length: 300 }, () => trails.hold(stored(inStatus('reviewing'))).value);
  for (const { trail } of held) expect(trail).toHaveLength(4);
  expect(trails.loads()).toBe(300);
  expect(held.at(-1)?.trail).toHaveLength(4);
  expect(trails.loads()).toBe(300);
  expect(held[0]?.trail).toHaveLength(4);
  expect(trails.loads()).toBe(301);
});

test('the file is the owner’s alone', async () => {
  open().hold(stored(inStatus('decided')));
  await files.sync();
  const [name = ''] = readdirSync(folder);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('a damaged trail is no trail: it is told, the answer is a failure, and mending brings it back', async () => {
  const trails = open();
  const value = inStatus('decided');
  const held = trails.hold(stored(value)).value;
  await files.sync();
  const fd = openSync(join(folder, 'trails-0'), 'r+');
  writeSync(fd, 'x', 20);
  closeSync(fd);
  let thrown: unknown;
  try {
    expect(held.trail).toBeUndefined();
  } catch (fault) {
    thrown = fault;
  }
  expect(isFailure(thrown, 'unavailable')).toBe(true);
  expect(damaged).toEqual([held.id]);
  trails.mend(held, value);
  expect(held.trail).toStrictEqual(value.trail);
});

test('long texts lie in the files too, and damaged ones are told, answered as a failure and mended', async () => {
  const trails = open();
  const value = inStatus('received');
  const held = trails.hold(stored(value)).value;
  const written = Object.getOwnPropertyDescriptors(held.content);
  expect(written.currentProblem.get).toBeDefined();
  expect(written.title.value).toBe(value.content.title);
  await files.sync();
  const size = files.size();
  const fd = openSync(join(folder, 'trails-0'), 'r+');
  writeSync(fd, 'x', size - 4);
  closeSync(fd);
  expect(() => held.content.proposedContent).toThrow(/have to be read anew/);
  expect(damaged).toEqual([held.id]);
  expect(held.trail).toStrictEqual(value.trail);
  trails.mend(held, value);
  expect(held.content).toStrictEqual(value.content);
});

test('what says the same as before is the same content, and what says something else is not', () => {
  const trails = open();
  const value = inStatus('received');
  const before = trails.hold(stored(value));
  const fresh = (content: Proposal['content']) =>
    trails.hold(stored({ ...value, content }), before).value.content;
  expect(fresh({ ...value.content })).toBe(before.value.content);
  expect(fresh(before.value.content)).toBe(before.value.content);
  const other = { ...value.content, proposedContent: 'ほかのこと' };
  expect(fresh(other)).not.toBe(before.value.content);
  expect(fresh(other)).toStrictEqual(other);
  const { expectedEffect: _, ...less } = { expectedEffect: '', ...value.content };
  expect(Object.keys(fresh(less))).not.toContain('expectedEffect');
});

test('what comes after a damaged text takes its place', async () => {
  const trails = open();
  const value = inStatus('received');
  const before = trails.hold(stored(value));
  await files.sync();
  const fd = openSync(join(folder, 'trails-0'), 'r+');
  writeSync(fd, 'x', files.size() - 4);
  closeSync(fd);
  const next = trails.hold(stored({ ...value, content: { ...value.content } }), before).value;
  expect(next.content).not.toBe(before.value.content);
  expect(next.content).toStrictEqual(value.content);
  expect(damaged).toEqual([value.id]);
});

test('a file that cannot be read is damage too, and does not keep what comes from being held', () => {
  const trails = open();
  const value = inStatus('received');
  // Opening a folder to read goes well, and reading it says EISDIR.
  mkdirSync(join(folder, 'unreadable'));
  const file = files.adopt('unreadable');
  const places = trails.placesOf(trails.hold(stored(value)).value);
  if (!places) throw new Error('it was not held');
  const { trail, texts, hasEffect } = places;
  const before = trails.restore(shortOf(value), readCourse(value), {
    trail: { ...trail, file },
    texts: { ...texts, file },
    hasEffect,
  });
  expect(() => before.trail).toThrow(/have to be read anew/);
  expect(() => files.read({ ...texts, file })).toThrow(DamagedText);
  const next = trails.hold(stored({ ...value }), stored(before)).value;
  expect(next).toStrictEqual(value);
  expect(damaged).toEqual([value.id, value.id]);
  trails.mend(before, value);
  expect(before.trail).toStrictEqual(value.trail);
});

test('what many proposals say alike is held once', () => {
  const trails = open();
  const [one, two] = [1, 2].map((n) => {
    const value = structuredClone(inStatus('decided'));
    return trails.hold(stored({ ...value, id: `${value.id.slice(0, -1)}${n}` })).value;
  });
  expect(two?.proposer).toBe(one?.proposer);
  expect(two?.decision?.owner).toBe(one?.decision?.owner);
  expect(one?.decision?.owner).toBeDefined();
  expect(two?.opinions).toBe(one?.opinions);
});

test('where the disk takes nothing, trails stay in memory, are told of once in a while, and go to disk later', async () => {
  await rm(folder, { recursive: true });
  const blocking = openSync(folder, 'w');
  closeSync(blocking);
  const texts = Array.from({ length: 40 }, (_, index) => String(index).repeat(30_000));
  const places = texts.map((text) => files.put(text));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.length).toBeLessThan(6);
  expect(places.map((place) => files.read(place))).toStrictEqual(texts);
  await rm(folder);
  await files.sync();
  expect(places.map((place) => files.read(place))).toStrictEqual(texts);
});

test('old files end once nobody can be reading in them any more', async () => {
  const place = files.put('one');
  await files.sync();
  files.beginAnew();
  const moved = files.put('one');
  expect(files.endOld()).toEqual(['trails-0']);
  expect([files.read(place), files.read(moved)]).toEqual(['one', 'one']);
  files.beginAnew();
  files.endOld();
  expect(() => files.read(place)).toThrow('a file that is gone');
});
