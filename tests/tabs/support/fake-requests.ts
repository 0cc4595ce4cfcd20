import { officeItem } from '../../../src/api/office-item.js';
import type { OfficeItems } from '../../../src/contract/office-answers.js';
import type { Act } from '../../../src/domain/act.js';
import { acts } from '../../../src/domain/acts.js';
import type { ActForm, Command } from '../../../src/domain/commands/command.js';
import { type Duty, dutyOf } from '../../../src/domain/duties.js';
import { createDutyCalendar } from '../../../src/domain/duty-calendar.js';
import { civilDateOf } from '../../../src/domain/instant.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { type OfficeActName, officeActNames } from '../../../src/domain/queues/office-act-names.js';
import { officesOf, officeTasks } from '../../../src/domain/queues/office-items.js';
import { concernsOffice } from '../../../src/domain/visibility.js';
import { workingDaysLeft } from '../../../src/domain/working-days.js';
import { refusalText } from '../../../src/text/refusal-texts.js';
import { context, type FakeAnswer, type FakeOffice, komorebi } from './fake-office.js';
import { type ActBody, type Locale, ok, refuse } from './fake-wire.js';

/** The reader as somebody of 総務部. */
const actOf = ({ officeRoles, now }: FakeOffice): Act => ({
  by: komorebi,
  at: now,
  roles: officeRoles.map((role) => ({ role, departmentId: 'soumu' })),
});

function itemsOf(office: FakeOffice): OfficeItems {
  const act = actOf(office);
  const today = civilDateOf(office.now);
  const calendar = createDutyCalendar(() => false, []);
  const duty = (proposal: Proposal): Duty => dutyOf(proposal, calendar);
  const tasks = officeTasks([...office.proposals.values()], act, duty);
  return {
    departments: [...officesOf(act)],
    items: tasks.map(({ proposal, dueOn, ...task }) => ({
      ...task,
      number: proposal.number,
      title: proposal.content.title,
      status: task.kind === 'opinion' ? proposal.published.status : proposal.status,
      ...(dueOn !== undefined && {
        dueOn,
        daysLeft: workingDaysLeft(today, dueOn, () => false),
      }),
    })),
  };
}

const isOfficeAct = (name: string): name is OfficeActName =>
  officeActNames.some((each) => each === name);

function done(office: FakeOffice, number: string, name: OfficeActName, form: ActForm) {
  const command: Command = acts[name];
  const proposal = office.proposals.get(number);
  if (!proposal) return undefined;
  const result = command(proposal, form, actOf(office), context);
  if (result.ok) office.proposals.set(number, result.value);
  return result;
}

function one(office: FakeOffice, number: string, locale: Locale): FakeAnswer {
  const proposal = office.proposals.get(number);
  if (!proposal || !concernsOffice(proposal, actOf(office))) {
    return refuse({ code: 'not-found' }, locale);
  }
  return ok(officeItem(proposal, actOf(office), context));
}

function many(office: FakeOffice, name: OfficeActName, body: ActBody, locale: Locale): FakeAnswer {
  const results = (body.items ?? []).map(({ number, form }) => {
    const result = done(office, number, name, { ...body.form, ...form });
    if (result?.ok) return { kind: 'changed', number, item: {} };
    const refusal = result ? result.refusal : ({ code: 'not-found' } as const);
    return {
      kind: 'refused',
      number,
      refusal: { code: refusal.code, message: refusalText(refusal, locale) },
    };
  });
  return ok({ results });
}

/** What the server answers to somebody of an office; undefined where the call is none of an office. */
export function requestCall(
  office: FakeOffice,
  path: string,
  body: ActBody,
  locale: Locale,
): FakeAnswer | undefined {
  if (path === '/api/office-items') return ok(itemsOf(office));
  const [, number] = /^\/api\/office-items\/([^/]+)$/.exec(path) ?? [];
  if (number !== undefined) return one(office, number, locale);
  const [, of = '', name = ''] = /^\/api\/(bulk|proposals\/[^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (office.officeRoles.length === 0 || !isOfficeAct(name)) return undefined;
  if (of === 'bulk') return many(office, name, body, locale);
  const proposalNumber = of.slice('proposals/'.length);
  const result = done(office, proposalNumber, name, body.form ?? {});
  if (!result) return refuse({ code: 'not-found' }, locale);
  return result.ok ? one(office, proposalNumber, locale) : refuse(result.refusal, locale);
}
