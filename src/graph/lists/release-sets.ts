import { isDeepStrictEqual } from 'node:util';
import type { ReleaseSet } from '../../domain/releases/release-set.js';
import { releaseStates } from '../../domain/releases/release-state.js';
import { replayRelease } from '../../domain/releases/replay-release-set.js';
import { BrokenTrail } from '../../domain/replay.js';
import { lastSeq } from '../../domain/trail-entry.js';
import { boolean, choice, dateTime, note, number, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { cutToLine, dateTimeOf } from './field-values.js';
import type { WritableListDefinition } from './list-definition.js';
import { releaseTrailShape } from './release-shapes.js';
import { releaseTrailText } from './release-trail-text.js';

const name = 'MebukiReleaseSets';

/** A set is what replaying its trail gives; the columns beside it are for people and for searching. */
function replayed(read: FieldReader): ReleaseSet {
  const trail = read.json('TrailJson', releaseTrailShape);
  try {
    return replayRelease(trail);
  } catch (fault) {
    if (!(fault instanceof BrokenTrail)) throw fault;
    return read.fail('TrailJson', { code: 'broken-trail', said: fault.message });
  }
}

/** The list of release sets 公表セット. */
export const releaseSets: WritableListDefinition<ReleaseSet> = {
  name,
  displayName: '芽吹き 公表セット',
  description:
    'まとめて公表する提案と取組の台帳です。項目は芽吹きが書き込みます。手で変更しないでください。',
  columns: [
    text('SetId', '公表セットID', 'unique'),
    choice('State', '状態', releaseStates, 'indexed'),
    text('CampaignId', '募集ID'),
    dateTime('PublishAt', '公表予定日時（UTC）'),
    dateTime('ReleasedAt', '公表日時（UTC）'),
    number('Items', '件数'),
    number('Exceptions', '例外の件数'),
    boolean('WithProgress', '進捗公表'),
    note('TrailText', '経過'),
    note('TrailJson', '経過（記録用）'),
  ],
  key: 'SetId',
  toFields: (set) => ({
    Title: cutToLine(set.title),
    SetId: set.id,
    State: set.state,
    CampaignId: set.campaignId,
    PublishAt: dateTimeOf(set.plan?.publishAt),
    ReleasedAt: dateTimeOf(set.released?.at),
    Items: set.items.length,
    Exceptions: set.exceptions.length,
    WithProgress: set.withProgress,
    TrailText: releaseTrailText(set.trail),
    TrailJson: JSON.stringify(set.trail),
  }),
  fromTrail: (fields, itemId) => replayed(createFieldReader(fields, { list: name, itemId })),
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list: name, itemId });
    const set = replayed(read);
    // What was changed by hand is not believed: the columns by which sets are found must say what the trail says.
    if (read.text('SetId') !== set.id)
      read.fail('SetId', { code: 'disagrees', column: 'TrailJson' });
    if (read.choice('State', releaseStates) !== set.state) {
      read.fail('State', { code: 'disagrees', column: 'TrailJson' });
    }
    return set;
  },
  holds(present, next) {
    const last = lastSeq(next.trail);
    return isDeepStrictEqual(
      present.trail.find(({ seq }) => seq === last),
      next.trail.at(-1),
    );
  },
};
