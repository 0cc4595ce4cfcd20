import type { DeliveryReportAnswer } from '../contract/notice-answers.js';
import type { Locale } from '../domain/conversation.js';
import {
  type DeliveryClass,
  type DeliveryLine,
  type DeliveryReport,
  deliveryLines,
  deliveryReport,
  rowsOfOpenEvents,
} from '../domain/delivery-report.js';
import { deliveryTexts } from '../text/delivery-texts.js';
import { formatDateTime } from '../text/format.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { aboutOf } from './notice-about.js';

/** As many as a page shows; the workbook has the others too. */
const mostShown = 100;
/** Rows of the ledger behind a sheet: the latest. More is read by nobody. */
const mostRows = 20_000;

type Shown = DeliveryReportAnswer['lines'][number];

const reportNow = ({ deps }: StaffCall): DeliveryReport =>
  deliveryReport(deps.register.ledgerRows(), deps.notices.balance());

const whyOf = ({ why }: DeliveryClass, locale: Locale): string | undefined =>
  why === undefined ? undefined : (deliveryTexts[locale].whys[why] ?? why);

function shownClass(each: DeliveryClass, locale: Locale): Shown['classes'][number] {
  const why = whyOf(each, locale);
  return { end: each.end, count: each.count, ...(why !== undefined && { why }) };
}

function shown({ deps, locale }: StaffCall, line: DeliveryLine): Shown {
  const { aboutId: proposalId, seq, place, planned, classes } = line;
  return {
    ...aboutOf(deps.register, { proposalId, seq }),
    place,
    planned,
    classes: classes.map((each) => shownClass(each, locale)),
  };
}

const latestFirst = (a: Shown, b: Shown): number => (b.recordedAt ?? 0) - (a.recordedAt ?? 0);

/** GET /api/notices/report: it names nobody. */
export const answerDeliveryReport: Read = (call) => {
  const { planned, classes } = reportNow(call);
  const rows = rowsOfOpenEvents(call.deps.register.ledgerRows());
  const open = deliveryLines(rows).map((line) => shown(call, line));
  const answer: DeliveryReportAnswer = {
    asOf: call.at,
    planned,
    classes: classes.map((each) => shownClass(each, call.locale)),
    total: open.length,
    lines: open.toSorted(latestFirst).slice(0, mostShown),
  };
  return json(answer);
};

function classRows({ planned, classes }: DeliveryReport, { at, locale }: StaffCall) {
  const texts = deliveryTexts[locale];
  const rows = classes.map((each): (string | number)[] => [
    texts.ends[each.end],
    whyOf(each, locale) ?? '',
    each.count,
  ]);
  return [...rows, [texts.planned, '', planned], [texts.asOf, formatDateTime(at, locale), '']];
}

function eventRows(call: StaffCall) {
  const { locale } = call;
  const { kinds, places, ends } = deliveryTexts[locale];
  const rows = call.deps.register.ledgerRows().slice(-mostRows);
  const about = deliveryLines(rows)
    .map((line) => shown(call, line))
    .toSorted(latestFirst);
  return about.flatMap(({ number, title, kind, recordedAt, place, classes }) =>
    classes.map(({ end, why = '', count }): (string | number)[] => [
      number ?? title ?? '',
      kind ? kinds[kind] : '',
      recordedAt === undefined ? '' : formatDateTime(recordedAt, locale),
      places[place],
      ends[end],
      why,
      count,
    ]),
  );
}

/** GET /api/notices/report/workbook: the same with every event, as a file. */
export const answerDeliveryWorkbook: Read = async (call) => {
  const { columns, sheets } = deliveryTexts[call.locale];
  const { end, why, count, number, kind, place, recordedAt } = columns;
  const report = reportNow(call);
  const bytes = await call.deps.writeWorkbook(
    [
      { name: sheets.classes, heading: [end, why, count], rows: classRows(report, call) },
      {
        name: sheets.events,
        heading: [number, kind, recordedAt, place, end, why, count],
        rows: eventRows(call),
      },
    ],
    call.at,
  );
  return {
    status: 200,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    headers: { 'Content-Disposition': 'attachment; filename="mebuki-notices.xlsx"' },
  };
};
