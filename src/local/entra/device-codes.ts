import type { LocalClock } from '../clock.js';
import type { Person } from '../people.js';
import type { Random } from '../random.js';

/** A sign-in on another device that somebody was asked for. */
export interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly appId: string;
  /** As asked for, separated by spaces. */
  readonly scope: string;
  /** Controllable time. */
  readonly expiresAt: number;
  answer?: { readonly signedIn: Person } | 'declined';
}

/** The sign-ins under way. They live in memory: the codes hold for minutes. */
export interface DeviceCodes {
  begin(appId: string, scope: string): DeviceCode;
  find(deviceCode: string): DeviceCode | undefined;
  /** Those that nobody has answered. */
  open(): readonly DeviceCode[];
  /** What somebody does who typed the code in; false where no sign-in waits under it. */
  answer(userCode: string, answer: { readonly signedIn: Person } | 'declined'): boolean;
  /** A code gives one token only. */
  spend(deviceCode: string): void;
}

/** How long a code holds, in seconds. */
export const deviceCodeLifeS = 900;

/** Letters and digits that are not mistaken for each other. */
const userCodeSigns = [...'BCDFGHJKLMNPQRSTVWXYZ23456789'];
const userCodeLength = 9;

/** Begins without any. */
export function createDeviceCodes(clock: LocalClock, random: Random): DeviceCodes {
  const codes = new Map<string, DeviceCode>();
  const open = () =>
    [...codes.values()].filter(
      ({ answer, expiresAt }) => answer === undefined && clock.now() < expiresAt,
    );
  return {
    begin(appId, scope) {
      const userCode = Array.from({ length: userCodeLength }, () => random.pick(userCodeSigns));
      const begun = {
        deviceCode: `${random.guid()}${random.guid()}`.replaceAll('-', ''),
        userCode: userCode.join(''),
        appId,
        scope,
        expiresAt: clock.now() + deviceCodeLifeS * 1000,
      };
      codes.set(begun.deviceCode, begun);
      return begun;
    },
    find: (deviceCode) => codes.get(deviceCode),
    open,
    answer(userCode, answer) {
      const found = open().find((each) => each.userCode === userCode);
      if (found) found.answer = answer;
      return found !== undefined;
    },
    spend: (deviceCode) => void codes.delete(deviceCode),
  };
}
