import { openDoor } from '../../src/graph/subscriptions/notification-door.js';

const url = 'https://mebuki.example/api/change-notifications';

test('the mark at the end of the address is known, and that of another key is not', () => {
  const [door, other] = [openDoor(url, Buffer.alloc(32, 1)), openDoor(url, Buffer.alloc(32, 2))];
  expect(door.address).toBe(`${url}/${door.mark}`);
  expect(door.mark).toMatch(/^[0-9a-f]{16}$/);
  const brought = [door.mark, other.mark, '', 'doctor', `${door.mark}0`, door.mark.slice(1)];
  expect(brought.map(door.isOwnMark)).toEqual([true, false, false, false, false, false]);
});
