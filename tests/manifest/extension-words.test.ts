import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readCommand } from '../../src/bot/commands/read-command.js';
import { searchCommands } from '../../src/bot/extension/read-query.js';
import { proposeCommand } from '../../src/bot/extension/read-quoted.js';
import { statuses } from '../../src/domain/status.js';
import { terms } from '../../src/text/terms.js';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(process.cwd(), 'manifest', file), 'utf8'));

const command = z.object({
  id: z.string(),
  type: z.string(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
      }),
    )
    .default([]),
});
const manifest = z
  .object({
    bots: z.tuple([
      z.object({
        commandLists: z.tuple([z.object({ commands: z.array(z.object({ title: z.string() })) })]),
      }),
    ]),
    composeExtensions: z.tuple([z.object({ commands: z.array(command) })]),
  })
  .parse(read('manifest.json'));
const english = z.record(z.string(), z.string()).parse(read('en.json'));
const [{ commands }] = manifest.composeExtensions;

test('every search of the manifest is one that the bot knows, and the other way round', () => {
  const queries = commands.filter(({ type }) => type === 'query').map(({ id }) => id);
  expect(queries.toSorted()).toStrictEqual(Object.keys(searchCommands).toSorted());
});

test('the statuses to choose from are called as everywhere else, in both languages', () => {
  const [{ parameters } = { parameters: [] }] = commands;
  const choices = parameters.find(({ name }) => name === 'status')?.choices ?? [];
  expect(choices.length).toBeGreaterThan(5);
  choices.forEach(({ title, value }, at) => {
    const status = statuses.find((each) => each === value);
    expect(title).toBe(status && terms.ja.status[status]);
    const key = `composeExtensions[0].commands[0].parameters[1].choices[${at}].title`;
    expect(english[key]).toBe(status && terms.en.status[status]);
  });
});

test('every command that the manifest offers is understood as one, in both languages', () => {
  const [{ commandLists }] = manifest.bots;
  commandLists[0].commands.forEach(({ title }, at) => {
    const inEnglish = english[`bots[0].commandLists[0].commands[${at}].title`] ?? '';
    expect(['draft', 'menu']).not.toContain(readCommand(title).kind);
    expect(readCommand(inEnglish)).toStrictEqual(readCommand(title));
  });
});

test('the action of the manifest is the one that the bot knows', () => {
  const actions = commands.filter(({ type }) => type === 'action').map(({ id }) => id);
  expect(actions).toStrictEqual([proposeCommand]);
});
