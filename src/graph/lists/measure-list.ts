import { isDeepStrictEqual } from 'node:util';
import { type Measure, publishedVersion, standingOf } from '../../domain/measures/measure.js';
import { measureKinds, measureRollouts } from '../../domain/measures/measure-content.js';
import { replayMeasure } from '../../domain/measures/replay-measure.js';
import { writeStartDate } from '../../domain/measures/start-date.js';
import { BrokenTrail } from '../../domain/replay.js';
import { mostCharacters } from '../../domain/trail-archive.js';
import { lastSeq } from '../../domain/trail-entry.js';
import { Failure } from '../../usecases/failure.js';
import { choice, dateTime, note, number, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { cutToLine, dateTimeOf } from './field-values.js';
import type { Fields, WritableListDefinition } from './list-definition.js';
import { measureArchive } from './measure-archive.js';
import { earlierShape, measureTrailShape } from './measure-shapes.js';
import { measureTrailText } from './measure-trail-text.js';

const standings = ['draft', 'published', 'withdrawn'] as const;

const columns = [
  text('MeasureId', '取組ID', 'unique'),
  choice('Kind', '種類', measureKinds),
  choice('Standing', '状態', standings, 'indexed'),
  note('Content', '内容'),
  text('CategoryId', 'カテゴリID'),
  text('OwnerDepartmentId', '所管部局ID'),
  text('OwnerSectionId', '所管課ID'),
  text('StartDate', '開始時期'),
  choice('Rollout', '展開の範囲', measureRollouts),
  number('Wave', '実現第何弾'),
  text('CampaignId', '募集ID'),
  note('Materials', '資料'),
  note('Relistings', '再掲'),
  number('PublishedVersion', '公表した版'),
  dateTime('PublishedAt', '公表日時（UTC）'),
  dateTime('PublicationDue', '公表予定日時（UTC）'),
  note('TrailText', '経過'),
  note('TrailJson', '経過（記録用）'),
  note('EarlierJson', '経過の続きまでの状態（記録用）'),
];

function contentFields({ content }: Measure): Fields {
  return {
    Title: cutToLine(content.title),
    Kind: content.kind,
    Content: content.content ?? null,
    CategoryId: content.categoryId,
    OwnerDepartmentId: content.owner.departmentId,
    OwnerSectionId: content.owner.sectionId ?? null,
    StartDate: content.start ? writeStartDate(content.start) : null,
    Rollout: content.rollout,
    Wave: content.wave ?? null,
    CampaignId: content.campaignId ?? null,
    Materials: content.materials.map(({ title, link }) => `${title} ${link}`).join('\n') || null,
    Relistings:
      content.relistings
        .map(({ categoryId, title = '' }) => `${categoryId} ${title}`.trim())
        .join('\n') || null,
  };
}

/** What stands in one column of an item; nothing is written that the column would cut off or refuse. */
function fitting({ id }: Measure, json: string): string {
  if (json.length <= mostCharacters) return json;
  throw new Failure(
    'misconfigured',
    `the trail of the measure ${id} is full (${json.length} characters of ${mostCharacters}); nothing was written`,
  );
}

/** The trail to read, with a word on where its beginning is. */
function trailTextOf({ trail, earlier }: Measure): string {
  const text = measureTrailText(trail);
  return earlier
    ? `（1から${earlier.through}までの経過は「${measureArchive.displayName}」にあります。）\n${text}`
    : text;
}

function toFields(measure: Measure): Fields {
  const published = publishedVersion(measure);
  return {
    MeasureId: measure.id,
    ...contentFields(measure),
    Standing: standingOf(measure) ?? 'withdrawn',
    PublishedVersion: published?.version ?? null,
    PublishedAt: dateTimeOf(published?.at),
    PublicationDue: dateTimeOf(measure.publicationDue?.due),
    TrailText: trailTextOf(measure),
    TrailJson: fitting(measure, JSON.stringify(measure.trail)),
    EarlierJson: measure.earlier ? fitting(measure, JSON.stringify(measure.earlier)) : null,
  };
}

/** A measure is what replaying its trail gives, on what its archived entries came to; the columns beside it are for people and for searching. */
function replayed(read: FieldReader): Measure {
  const trail = read.json('TrailJson', measureTrailShape);
  try {
    return replayMeasure(trail, read.optionalJson('EarlierJson', earlierShape));
  } catch (fault) {
    if (!(fault instanceof BrokenTrail)) throw fault;
    return read.fail('TrailJson', { code: 'broken-trail', said: fault.message });
  }
}

/** What was changed by hand is not believed: the columns by which items are found must say what the trail says. */
function checkColumns(read: FieldReader, measure: Measure): void {
  const said = {
    MeasureId: read.text('MeasureId') === measure.id,
    Kind: read.choice('Kind', measureKinds) === measure.content.kind,
    Standing: read.choice('Standing', standings) === (standingOf(measure) ?? 'withdrawn'),
    PublishedVersion:
      (read.optionalNumber('PublishedVersion') ?? 0) === (publishedVersion(measure)?.version ?? 0),
  };
  for (const [column, isSame] of Object.entries(said)) {
    if (!isSame) read.fail(column, { code: 'disagrees', column: 'TrailJson' });
  }
}

/** A list of measures: those of the casebook, which are rules, or all others. */
export function measureList(
  names: Pick<WritableListDefinition<Measure>, 'name' | 'displayName' | 'description'>,
  holdsRules: boolean,
): WritableListDefinition<Measure> {
  return {
    ...names,
    columns,
    key: 'MeasureId',
    toFields,
    fromTrail(fields, itemId) {
      const read = createFieldReader(fields, { list: names.name, itemId });
      const measure = replayed(read);
      // In the wrong list it is not another reading of the item that is missing.
      const isRule = measure.content.kind === 'rule';
      return isRule === holdsRules ? measure : read.fail('Kind', { code: 'other-list' });
    },
    fromFields(fields, itemId) {
      const read = createFieldReader(fields, { list: names.name, itemId });
      const measure = replayed(read);
      checkColumns(read, measure);
      const isRule = measure.content.kind === 'rule';
      return isRule === holdsRules ? measure : read.fail('Kind', { code: 'other-list' });
    },
    holds(present, next) {
      const last = lastSeq(next.trail);
      return isDeepStrictEqual(
        present.trail.find(({ seq }) => seq === last),
        next.trail.at(-1),
      );
    },
  };
}
