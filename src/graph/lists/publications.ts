import {
  type ProgressPublication,
  publicationKey,
} from '../../domain/releases/progress-publication.js';
import { boolean, dateTime, note, number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { cutToLine, dateTimeOf } from './field-values.js';
import { figuresShape } from './figures-shape.js';
import { type WritableListDefinition, writesSame } from './list-definition.js';
import { actorShape } from './state-shapes.js';

const name = 'MebukiPublications';

function toFields(publication: ProgressPublication) {
  const { publicationId, version, figures, by, correction } = publication;
  return {
    Title: cutToLine(publication.title),
    PublicationKey: publicationKey(publicationId, version),
    PublicationId: publicationId,
    PublishedVersion: version,
    CampaignId: publication.campaignId,
    AsOf: dateTimeOf(publication.asOf),
    IsCorrection: correction !== undefined,
    Reason: correction?.reason ?? null,
    Received: figures.received,
    Withdrawn: figures.balance.withdrawn,
    Realised: figures.balance.realised.all,
    ByJson: JSON.stringify(by),
    FullTitle: publication.title,
    FiguresJson: JSON.stringify(figures),
  };
}

/** The list of progress publications 進捗公表: one item per version, written once. */
export const publications: WritableListDefinition<ProgressPublication> = {
  name,
  displayName: '芽吹き 進捗公表',
  description:
    '公表した進捗の数値です。1つの版が1項目で、訂正は新しい版として加わります。項目は芽吹きが書き込みます。手で変更しないでください。',
  columns: [
    text('PublicationKey', '版のキー', 'unique'),
    text('PublicationId', '進捗公表ID', 'indexed'),
    number('PublishedVersion', '版'),
    text('CampaignId', '募集ID'),
    dateTime('AsOf', '時点（UTC）'),
    boolean('IsCorrection', '訂正'),
    note('Reason', '訂正の理由'),
    number('Received', '受付件数'),
    number('Withdrawn', '取下げ件数'),
    number('Realised', '実現件数'),
    note('FullTitle', '題名'),
    note('ByJson', '公表した人（記録用）'),
    note('FiguresJson', '数値（記録用）'),
  ],
  key: 'PublicationKey',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list: name, itemId });
    const reason = read.optionalText('Reason');
    const publicationId = read.text('PublicationId');
    const version = read.number('PublishedVersion');
    if (read.text('PublicationKey') !== publicationKey(publicationId, version)) {
      return read.fail('PublicationKey', { code: 'disagrees', column: 'Version' });
    }
    return {
      publicationId,
      version,
      campaignId: read.text('CampaignId'),
      title: read.text('FullTitle'),
      asOf: read.instant('AsOf'),
      by: read.json('ByJson', actorShape),
      figures: read.json('FiguresJson', figuresShape),
      ...(reason !== undefined && { correction: { reason } }),
    };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
