import { callAs } from './call-as.js';
import { findAction, type HostApi, rightInputs } from './host-api.js';
import { type LocalOffice, until } from './local-office.js';

/** The desk of a secretary, through the API as the tab calls it. */
export interface Secretary {
  beginReview(number: string): Promise<void>;
  /** Decides 今年度着手 for the general affairs department. */
  decide(number: string): Promise<void>;
  publish(number: string): Promise<void>;
}

interface Item {
  readonly seq: number;
}

/** Opens the desk of a person at an app (the first one, or another process on the same lists). */
export function secretaryAt(app: string, host: HostApi, person: string): Secretary {
  const call = <T>(method: string, path: string, body?: unknown) =>
    callAs<T>([app, host, person], method, path, body);

  // Another process learns of a proposal by its change feed; asking faster would meet the limit per person.
  const read = (number: string) =>
    until(`${number} at the desk`, () => call<Item>('GET', `/api/triage/${number}`), 60, 700);

  return {
    beginReview: async (number) => {
      await read(number);
      await call('POST', '/api/bulk/begin-review', { items: [{ number }] });
    },
    decide: async (number) => {
      const { seq } = await read(number);
      const masters = await call<{ monthsThisFiscalYear: readonly string[] }>(
        'GET',
        '/api/masters',
      );
      const form = {
        track: 'start-this-fy',
        ownerDepartment: 'soumu',
        ownerSection: 'bunsho',
        startMonth: masters.monthsThisFiscalYear[0] ?? '',
        startConditions: 'prior-coordination',
        reason: '廃止の基準を定めれば、全庁で見直せるためです。',
      };
      await call('POST', `/api/proposals/${number}/decide-track`, { seq, form });
    },
    publish: async (number) => {
      const { seq } = await read(number);
      await call('POST', `/api/proposals/${number}/publish`, { seq });
    },
  };
}

/** Lets a person submit a right form; answers the number on the receipt. `onAnswer` is told the whole answer. */
export async function submitRightForm(
  host: HostApi,
  person: string,
  title: string,
  onAnswer: (answer: unknown) => void = () => {},
): Promise<string> {
  const { message, data } = await host.form(person);
  const answer = await host.press(person, message, 'submit-proposal', {
    ...data,
    ...rightInputs,
    title,
  });
  onAnswer(answer);
  const number = /R\d+-\d{4,}/.exec(JSON.stringify(answer))?.[0];
  if (!number || findAction(answer, 'submit-proposal')) {
    throw new Error(`not received: ${JSON.stringify(answer).slice(0, 2_000)}`);
  }
  return number;
}

/** Names the secretary of the seed. */
export async function seedSecretary(office: LocalOffice, host: HostApi): Promise<Secretary> {
  return secretaryAt(office.app, host, await host.personNamed('木洩日 あおい'));
}
