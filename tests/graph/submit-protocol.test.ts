import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Proposal } from '../../src/domain/proposal.js';
import { allLists } from '../../src/graph/lists/all-lists.js';
import type { FaultAction, FaultRule } from '../../src/local/faults/fault-rules.js';
import { type FormSpool, openFormSpool } from '../../src/spool/form-spool.js';
import { checkConsistency } from '../support/consistency/check-consistency.js';
import { type Acknowledgement, keptFilesIn } from '../support/consistency/seen-office.js';
import { runs } from '../support/domain-runs.js';
import { sampleNow } from '../support/sample-proposals.js';
import type { SiteItem } from '../support/site-lists.js';
import { command } from '../support/submit-office.js';
import { openDesk } from './desk-over-graph.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

jest.setTimeout(300_000);

const tokenOf = (form: number): string => `10000000-0000-4000-8000-00000000000${form}`;
const personOf = (form: number): string => `00000000-0000-4000-8000-00000000000${form}`;

let office: GraphOffice;
let folder: string;
let spools: FormSpool[];

beforeAll(async () => {
  office = await openGraphOffice({ timeoutMs: 1_000 });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-protocol-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => office.close());

const action: fc.Arbitrary<FaultAction> = fc.constantFrom<FaultAction>(
  { kind: 'after-commit-status', status: 504 },
  { kind: 'after-commit-status', status: 500 },
  { kind: 'reset' },
  { kind: 'reset-mid-body' },
  { kind: 'truncate' },
  { kind: 'empty' },
  { kind: 'html', status: 503 },
  { kind: 'status', status: 503 },
  { kind: 'hold', name: 'slow', when: 'before' },
  { kind: 'hold', name: 'slow', when: 'after' },
);

const rule: fc.Arbitrary<FaultRule> = fc
  .tuple(action, fc.constantFrom('POST', 'GET'), fc.integer({ min: 1, max: 6 }))
  .map(([action, method, nth]) => ({
    match: { family: 'graph', method, path: '/items', nth, times: 1 },
    action,
  }));

const trouble = fc.record({
  rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
  emptyFilterAnswers: fc.boolean(),
  shape: fc.constantFrom('409', '400', '500'),
});

const acknowledgementOf = (
  { number, content }: Proposal,
  via: Acknowledgement['via'],
): Acknowledgement => ({
  via,
  number,
  texts: [content.title, content.currentProblem, content.proposedContent],
});

async function allItems(): Promise<ReadonlyMap<string, readonly SiteItem[]>> {
  const lists = new Map<string, readonly SiteItem[]>();
  for (const { name } of Object.values(allLists)) {
    const path = await office.listPath(name);
    const { body } = await office.raw.send('GET', `${path}/items?$expand=fields&$top=1000`);
    lists.set(
      name,
      body.value.map(({ id, fields }) => ({ id, fields })),
    );
  }
  return lists;
}

test('in trouble of every kind two processes store each form once, with one number and one receipt', async () => {
  await fc.assert(
    fc.asyncProperty(trouble, async ({ rules, emptyFilterAnswers, shape }) => {
      const acknowledgements: Acknowledgement[] = [];
      const told = new Set<string>();
      spools = await Promise.all(
        ['one', 'two'].map((name) => openFormSpool(folder, name, () => {})),
      );
      const desks = await Promise.all(
        spools.map((spool) =>
          openDesk(office, spool, ({ value }) => {
            // The ledger has one row for the receipt of a token, whichever process makes it.
            if (!told.has(value.id)) acknowledgements.push(acknowledgementOf(value, 'message'));
            told.add(value.id);
          }),
        ),
      );
      const switches = {
        emptyFilterAnswers,
        duplicateShapes: [shape],
        unitsPerMinute: 100_000,
      };
      expect(office.standIn.deps.profile.set('pessimistic', switches)).toEqual([]);
      office.faults(...rules);
      const answers = [1, 2, 3, 4].map(async (form) => {
        const { desk } = desks[form % 2] ?? {};
        const sent = command({ token: tokenOf(form), personId: personOf(form) });
        const outcome = await desk?.submit(sent);
        if (outcome?.kind !== 'received') return;
        acknowledgements.push(acknowledgementOf(outcome.stored.value, 'turn'));
        await desk?.answered(sent.token);
      });
      await Promise.all(answers);
      office.standIn.deps.faults.releaseAll();
      office.faults();
      office.standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], unitsPerMinute: 100_000 });
      for (let round = 0; spools.some((spool) => spool.size() > 0) && round < 40; round += 1) {
        for (const { endTurn, pass, resume } of desks) {
          endTurn();
          pass(130_000);
          await resume();
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const lists = await allItems();
      const stored = lists.get(allLists.proposals.name) ?? [];
      // Nothing is refused for nothing here, so that no number may be left out.
      expect(stored.map(({ fields }) => fields['Number']).toSorted()).toStrictEqual([
        'R8-0001',
        'R8-0002',
        'R8-0003',
        'R8-0004',
      ]);
      const kept = await keptFilesIn(folder);
      const seen = { lists, acknowledgements, deliveries: [], kept, isSettled: true };
      expect(checkConsistency(seen, sampleNow)).toStrictEqual([]);
      for (const spool of spools) spool.close();
      await office.clear();
    }),
    { ...runs('submit protocol over HTTP', 12), endOnFailure: true },
  );
});
