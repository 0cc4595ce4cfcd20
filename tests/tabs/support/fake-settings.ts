import {
  type MissedNoticesAnswer,
  mySettingsRequest,
  seenMissedRequest,
} from '../../../src/contract/settings-answers.js';
import type { FakeAnswer, FakeOffice } from './fake-office.js';
import { ok } from './fake-wire.js';

function missedOf(office: FakeOffice): MissedNoticesAnswer {
  const notices = office.missed.map((number, index) => ({
    number,
    title: office.proposals.get(number)?.content.title ?? '',
    status: 'decided' as const,
    at: office.now,
    isCertain: index === 0,
  }));
  return { notices, ...(notices.length > 0 && { through: office.now }) };
}

/** What the server answers about the choices of the reader; undefined for anything else. */
export function settingsCall(
  office: FakeOffice,
  path: string,
  body: object,
): FakeAnswer | undefined {
  const isWrite = Object.keys(body).length > 0;
  switch (path) {
    case '/api/my-settings':
      if (isWrite) office.choices = mySettingsRequest.parse(body);
      return ok(office.choices);
    case '/api/my-missed-notices':
      return ok(missedOf(office));
    case '/api/my-missed-notices/seen':
      seenMissedRequest.parse(body);
      office.missed = [];
      return ok(missedOf(office));
    default:
      return undefined;
  }
}
