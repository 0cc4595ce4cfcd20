import {
  type Adoption,
  adoptionKey,
  adoptionTotals,
  owesAdoption,
} from '../../../src/domain/casebook/adoption.js';
import { readAdoption } from '../../../src/domain/casebook/read-adoption.js';
import type { MeasureForm } from '../../../src/domain/measures/measure-context.js';
import type { RefusalCode } from '../../../src/domain/refusal.js';
import {
  MeasureWorld,
  rightRule,
  type WorldPerson,
  worldMasters,
} from '../../support/measure-world.js';

let world: MeasureWorld;
beforeEach(() => {
  world = new MeasureWorld();
  world.published('r', rightRule);
});

const yes = { department: 'soumu', adopted: 'yes' };

function answered(id: string, who: WorldPerson, form: MeasureForm): Adoption | RefusalCode {
  const read = readAdoption(world.measure(id), form, world.actOf(who), worldMasters);
  return read.ok ? read.value : read.refusal.code;
}

function adopted(who: WorldPerson, form: MeasureForm): Adoption {
  const answer = answered('r', who, form);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

test('an office answers for itself, the secretariat for any', () => {
  expect(adopted('owner', yes)).toEqual({
    measureId: 'r',
    departmentId: 'soumu',
    adopted: true,
    by: world.actOf('owner').by,
    at: world.now,
  });
  expect(answered('r', 'otherOwner', yes)).toBe('not-permitted');
  expect(answered('r', 'staff', yes)).toBe('not-permitted');
  const no = { department: 'soumu', adopted: 'no', note: '窓口では難しい。' };
  expect(adopted('secretary', no)).toMatchObject({ adopted: false, note: '窓口では難しい。' });
});

test('only a published rule in force is asked about, in a department that exists, with yes or no', () => {
  world.published('m');
  world.create('draft', 'secretary', rightRule);
  expect(answered('m', 'owner', yes)).toBe('not-a-rule');
  expect(answered('draft', 'owner', yes)).toBe('not-yet-published');
  expect(answered('r', 'owner', { ...yes, adopted: 'maybe' })).toBe('invalid-fields');
  const former = { ...yes, department: 'old-dept' };
  expect(answered('r', 'secretary', former)).toBe('invalid-fields');
  world.act('r', 'secretary', 'withdraw', { reason: '新しいルールに替わりました。' });
  expect(adopted('owner', yes).adopted).toBe(true);
  world.act('r', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  expect(answered('r', 'owner', yes)).toBe('not-yet-published');
});

test('one answer per rule and department', () => {
  const of = (measureId: string, departmentId: string) => adoptionKey({ measureId, departmentId });
  expect(new Set([of('r', 'a'), of('r', 'b'), of('s', 'a'), of('r', 'a')]).size).toBe(3);
});

test('departments are counted by the master, and who has not answered stays in view', () => {
  const first = adopted('owner', yes);
  const departments = worldMasters.departments.filter(({ validTo }) => validTo === undefined);
  expect(adoptionTotals([first], departments)).toEqual({
    adopted: 1,
    notAdopted: 0,
    unanswered: 1,
    departments: 2,
  });
  const third = { id: 'kaikei', label: '会計管理局', labelEn: 'k', order: 3 };
  const second = adopted('otherOwner', { department: 'doboku', adopted: 'no' });
  expect(adoptionTotals([first, second], [...departments, third])).toEqual({
    adopted: 1,
    notAdopted: 1,
    unanswered: 1,
    departments: 3,
  });
  expect(adoptionTotals([first], [])).toMatchObject({ adopted: 0, departments: 0 });
});

test('an answer before the inquiry began does not count for it', () => {
  const answer = adopted('owner', yes);
  expect(owesAdoption([answer], 'soumu', world.now)).toBe(false);
  expect(owesAdoption([answer], 'soumu', world.now + 1)).toBe(true);
  expect(owesAdoption([answer], 'doboku', 0)).toBe(true);
});

test('who does not work for a department cannot answer for it, even with nothing filled in', () => {
  expect(answered('r', 'owner', {})).toBe('not-permitted');
  expect(adopted('owner', { department: ' soumu ', adopted: 'yes' })).not.toHaveProperty('note');
});

test('a note is short', () => {
  const noted = (length: number) => ({ ...yes, note: '窓'.repeat(length) });
  expect(answered('r', 'owner', noted(101))).toBe('invalid-fields');
  expect(adopted('owner', noted(100)).note).toHaveLength(100);
});
