import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { civilDateOf } from '../../domain/instant.js';
import { type IssueGroup, labelStates } from '../../domain/issue-groups/issue-group.js';
import type { IssueGroupEntry } from '../../domain/issue-groups/issue-group-events.js';
import { replayIssueGroup } from '../../domain/issue-groups/replay-issue-group.js';
import { BrokenTrail } from '../../domain/replay.js';
import { lastSeq } from '../../domain/trail-entry.js';
import { formatShortDate, formatTime } from '../../text/format.js';
import { issueGroupTexts } from '../../text/issue-group-texts.js';
import { boolean, choice, note, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { cutToLine } from './field-values.js';
import type { WritableListDefinition } from './list-definition.js';
import { entryBase } from './trail-shapes.js';

const list = 'MebukiIssueGroups';

// Strict, so that what a newer version of the product stored is never read as less and written back as less.
const trailShape: z.ZodType<IssueGroupEntry[]> = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...entryBase,
      kind: z.literal('created'),
      id: z.string(),
      label: z.string(),
      words: z.array(z.string()).exactOptional(),
    }),
    z.strictObject({ ...entryBase, kind: z.literal('label-confirmed') }),
    z.strictObject({ ...entryBase, kind: z.literal('renamed'), label: z.string() }),
    z.strictObject({ ...entryBase, kind: z.literal('dissolved'), reason: z.string() }),
  ]),
);

function lineOf(entry: IssueGroupEntry): string {
  const day = formatShortDate(civilDateOf(entry.occurredAt), 'ja');
  const words = 'label' in entry ? ` ${entry.label}` : '';
  const reason = 'reason' in entry ? ` ${entry.reason}` : '';
  const what = `${issueGroupTexts.ja.event[entry.kind]}${words}${reason}`.replaceAll('\n', ' ');
  return `${entry.seq}. ${day} ${formatTime(entry.occurredAt)} ${entry.by.name}: ${what}`;
}

/** A group is what replaying its trail gives; the columns beside it are for people and for searching. */
function replayed(read: FieldReader): IssueGroup {
  const trail = read.json('TrailJson', trailShape);
  try {
    return replayIssueGroup(trail);
  } catch (fault) {
    if (!(fault instanceof BrokenTrail)) throw fault;
    return read.fail('TrailJson', { code: 'broken-trail', said: fault.message });
  }
}

/** What was changed by hand is not believed: the columns must say what the trail says. */
function checkColumns(read: FieldReader, group: IssueGroup): void {
  const said = {
    IssueGroupId: read.text('IssueGroupId') === group.id,
    Title: read.text('Title') === cutToLine(group.label).trim(),
    LabelState: read.choice('LabelState', labelStates) === group.labelState,
    Dissolved: read.boolean('Dissolved') === (group.dissolved !== undefined),
  };
  for (const [column, isSame] of Object.entries(said)) {
    if (!isSame) read.fail(column, { code: 'disagrees', column: 'TrailJson' });
  }
}

/** The list of issue groups 課題群; Title holds the label. Its proposals point at it from their own list. */
export const issueGroups: WritableListDefinition<IssueGroup> = {
  name: list,
  displayName: '芽吹き 課題群',
  description:
    '同じ課題についての提案のまとまりです。項目は芽吹きが書き込みます。手で変更しないでください。',
  columns: [
    text('IssueGroupId', '課題群ID', 'unique'),
    choice('LabelState', '名前のつけ方', labelStates),
    boolean('Dissolved', '解散'),
    note('TrailText', '経過'),
    note('TrailJson', '経過（記録用）'),
  ],
  key: 'IssueGroupId',
  toFields: ({ id, label, labelState, dissolved, trail }) => ({
    IssueGroupId: id,
    Title: cutToLine(label),
    LabelState: labelState,
    Dissolved: dissolved !== undefined,
    TrailText: trail.map(lineOf).join('\n'),
    TrailJson: JSON.stringify(trail),
  }),
  fromTrail: (fields, itemId) => replayed(createFieldReader(fields, { list, itemId })),
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    const group = replayed(read);
    checkColumns(read, group);
    return group;
  },
  holds(present, next) {
    const last = lastSeq(next.trail);
    return isDeepStrictEqual(
      present.trail.find(({ seq }) => seq === last),
      next.trail.at(-1),
    );
  },
};
