import { type Campaign, visibilities } from '../../domain/campaign.js';
import { boolean, choice, dateTime, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { present } from './field-values.js';
import type { ListDefinition } from './list-definition.js';

const list = 'MebukiCampaigns';

/** The list of campaigns アイデア募集; Title holds the theme. Filled in by an administrator. */
export const campaigns: ListDefinition<Campaign> = {
  name: list,
  displayName: '芽吹き アイデア募集',
  description: '募集の期間と公開範囲です。閉じる日時が空の募集は常に開いています。',
  columns: [
    text('CampaignId', '募集ID', 'unique'),
    dateTime('OpensAt', '募集開始日時（UTC）'),
    dateTime('ClosesAt', '募集終了日時（UTC）'),
    choice('Visibility', '公開範囲', visibilities),
    boolean('IsSample', '見本（架空の募集）'),
  ],
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      id: read.text('CampaignId'),
      title: read.text('Title'),
      opensAt: read.instant('OpensAt'),
      visibility: read.choice('Visibility', visibilities),
      isSample: read.optionalBoolean('IsSample') ?? false,
      ...present({ closesAt: read.optionalInstant('ClosesAt') }),
    };
  },
};
