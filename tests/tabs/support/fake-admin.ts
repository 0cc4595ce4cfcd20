import type { HealthAnswer } from '../../../src/contract/health-answers.js';
import type { ListFaultsAnswer } from '../../../src/contract/list-fault-answers.js';
import { restoreRequest } from '../../../src/contract/list-fault-answers.js';
import {
  type HeldNoticesAnswer,
  type SettleHeldAnswer,
  settleHeldRequest,
} from '../../../src/contract/notice-answers.js';
import { civilDateOf } from '../../../src/domain/instant.js';
import { findingText } from '../../../src/text/health-texts.js';
import { itemFaultText } from '../../../src/text/list-fault-texts.js';
import { refusalText } from '../../../src/text/refusal-texts.js';
import type { FakeAnswer, FakeOffice } from './fake-office.js';
import { type Locale, ok, refuse } from './fake-wire.js';

/** What an administrator finds: invented（架空）. */
export interface AdminDesk {
  looks: number;
  faults: readonly string[];
  held: readonly string[];
}

function healthOf(office: FakeOffice, { looks }: AdminDesk, locale: Locale): HealthAnswer {
  const lastDay = civilDateOf(office.now);
  const soon = { code: 'credential-ends-soon', kind: 'secret', lastDay, days: 12 } as const;
  const sound = { code: 'settings-sound' } as const;
  const findings: HealthAnswer['findings'] = [
    { subject: 'settings', state: 'sound', code: sound.code, text: findingText(sound, locale) },
  ];
  if (looks === 0) {
    findings.push({
      subject: 'credential',
      state: 'attention',
      code: soon.code,
      text: findingText(soon, locale),
    });
  }
  return { asOf: office.now, state: looks === 0 ? 'attention' : 'sound', findings };
}

function faultsOf({ faults }: AdminDesk, locale: Locale): ListFaultsAnswer {
  const problem = { code: 'not-in-trail', parts: ['status'] } as const;
  return {
    faults: faults.map((itemId) => ({
      list: 'proposals',
      listName: '提案',
      itemId,
      number: `R8-00${itemId}`,
      code: problem.code,
      text: itemFaultText(problem, true, (column) => column, locale),
      canRestore: true,
    })),
    missing: [],
  };
}

function heldOf(office: FakeOffice, { held }: AdminDesk): HeldNoticesAnswer {
  return {
    total: held.length,
    notices: held.map((id) => ({
      id,
      number: `R8-00${id}`,
      kind: 'published',
      place: 'people',
      recipients: 1,
      recordedAt: office.now,
      heldAt: office.now,
    })),
    balance: {
      delivered: 1_380,
      unconfirmed: 2,
      undeliverable: 3,
      suppressed: 4,
      held: held.length,
      pending: 11 - held.length,
    },
  };
}

/** The one with the id 12 was told meanwhile. */
function settled(desk: AdminDesk, body: unknown, locale: Locale): SettleHeldAnswer {
  const { ids } = settleHeldRequest.parse(body);
  desk.held = desk.held.filter((id) => !ids.includes(id));
  const refusal = { code: 'not-found' } as const;
  return {
    results: ids.map((id) =>
      id === '12'
        ? {
            kind: 'refused',
            id,
            refusal: { code: refusal.code, message: refusalText(refusal, locale) },
          }
        : { kind: 'settled', id },
    ),
  };
}

/** What the server answers to an administrator; undefined for any other call. */
export function adminCall(
  office: FakeOffice,
  path: string,
  body: object,
  locale: Locale,
): FakeAnswer | undefined {
  if (!/^\/api\/(health|list-faults|notices)/.test(path)) return undefined;
  const desk = office.admin;
  if (!desk) return refuse({ code: 'not-permitted' }, locale);
  switch (path) {
    case '/api/health/look':
      desk.looks += 1;
      return ok(healthOf(office, desk, locale));
    case '/api/health':
      return ok(healthOf(office, desk, locale));
    case '/api/list-faults/restore': {
      const { itemId } = restoreRequest.parse(body);
      desk.faults = desk.faults.filter((each) => each !== itemId);
      return ok(faultsOf(desk, locale));
    }
    case '/api/list-faults':
      return ok(faultsOf(desk, locale));
    case '/api/notices/held':
      return ok(heldOf(office, desk));
    default:
      return ok(settled(desk, body, locale));
  }
}
