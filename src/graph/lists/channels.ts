import { type ChannelMapping, channelPurposes } from '../../domain/channel-map.js';
import { choice, note, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { present } from './field-values.js';
import type { ListDefinition } from './list-definition.js';

const list = 'MebukiChannels';

/** The channel map: which Teams channel is told what; Title holds its name. Filled in by an administrator. */
export const channels: ListDefinition<ChannelMapping> = {
  name: list,
  displayName: '芽吹き チャネル',
  description: '知らせを投稿する Teams のチャネルです。',
  columns: [
    text('MappingId', '対応ID', 'unique'),
    choice('Purpose', '用途', channelPurposes),
    text('DepartmentId', '部局ID'),
    text('TeamId', 'チームID'),
    note('ChannelId', 'チャネルID'),
  ],
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      id: read.text('MappingId'),
      purpose: read.choice('Purpose', channelPurposes),
      teamId: read.text('TeamId'),
      channelId: read.text('ChannelId'),
      label: read.text('Title'),
      ...present({ departmentId: read.optionalText('DepartmentId') }),
    };
  },
};
