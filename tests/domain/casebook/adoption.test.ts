import { adoptionTotals, owesAdoption } from '../../../src/domain/casebook/adoption.js';
import { MeasureWorld, rightRule, worldMasters } from '../../support/measure-world.js';

let world: MeasureWorld;
beforeEach(() => {
  world = new MeasureWorld();
  world.published('r', rightRule);
});

const yes = { department: 'soumu', adopted: 'yes' };

test('an office answers for itself, the secretariat for any, and the last answer counts', () => {
  expect(world.act('r', 'owner', 'answer-adoption', yes)).toBe('allowed');
  expect(world.act('r', 'otherOwner', 'answer-adoption', yes)).toBe('not-permitted');
  expect(world.act('r', 'staff', 'answer-adoption', yes)).toBe('not-permitted');
  world.now += 1_000;
  const no = { department: 'soumu', adopted: 'no', note: '窓口では難しい。' };
  expect(world.act('r', 'secretary', 'answer-adoption', no)).toBe('allowed');
  expect(world.measure('r').adoptions).toEqual([
    {
      departmentId: 'soumu',
      adopted: false,
      note: '窓口では難しい。',
      by: world.actOf('secretary').by,
      at: world.now,
    },
  ]);
});

test('only a published rule is asked about, in a department that exists, with yes or no', () => {
  world.published('m');
  world.create('draft', 'secretary', rightRule);
  expect(world.act('m', 'owner', 'answer-adoption', yes)).toBe('not-a-rule');
  expect(world.act('draft', 'owner', 'answer-adoption', yes)).toBe('not-yet-published');
  expect(world.act('r', 'owner', 'answer-adoption', { ...yes, adopted: 'maybe' })).toBe(
    'invalid-fields',
  );
  expect(world.act('r', 'secretary', 'answer-adoption', { ...yes, department: 'old-dept' })).toBe(
    'invalid-fields',
  );
});

test('departments are counted by the master, and who has not answered stays in view', () => {
  world.act('r', 'owner', 'answer-adoption', yes);
  const { adoptions } = world.measure('r');
  const departments = worldMasters.departments.filter(({ validTo }) => validTo === undefined);
  expect(adoptionTotals(adoptions, departments)).toEqual({
    adopted: 1,
    notAdopted: 0,
    unanswered: 1,
    departments: 2,
  });
  const third = { id: 'kaikei', label: '会計管理局', labelEn: 'k', order: 3 };
  world.now += 1_000;
  world.act('r', 'otherOwner', 'answer-adoption', { department: 'doboku', adopted: 'no' });
  expect(adoptionTotals(world.measure('r').adoptions, [...departments, third])).toEqual({
    adopted: 1,
    notAdopted: 1,
    unanswered: 1,
    departments: 3,
  });
  expect(adoptionTotals(adoptions, [])).toMatchObject({ adopted: 0, departments: 0 });
  expect(owesAdoption(adoptions, 'soumu', world.now - 1_000)).toBe(false);
  expect(owesAdoption(adoptions, 'soumu', world.now - 999)).toBe(true);
  expect(owesAdoption(adoptions, 'doboku', 0)).toBe(true);
});

test('an answer is no change of what is published', () => {
  world.act('r', 'owner', 'answer-adoption', yes);
  expect(world.act('r', 'secretary', 'publish')).toBe('nothing-to-publish');
});

test('who does not work for a department cannot answer for it, even with nothing filled in', () => {
  expect(world.act('r', 'owner', 'answer-adoption', {})).toBe('not-permitted');
  const spaced = { department: ' soumu ', adopted: 'yes' };
  expect(world.act('r', 'owner', 'answer-adoption', spaced)).toBe('allowed');
  expect(world.measure('r').adoptions[0]).not.toHaveProperty('note');
});

test('a note is short, so that the answers of every department have room for years', () => {
  const noted = (length: number) => ({ ...yes, note: '窓'.repeat(length) });
  expect(world.act('r', 'owner', 'answer-adoption', noted(101))).toBe('invalid-fields');
  expect(world.act('r', 'owner', 'answer-adoption', noted(100))).toBe('allowed');
});
