import { type ChannelMapping, channelPurposes } from '../../domain/channel-map.js';
import type { Recorded } from '../../domain/recorded.js';
import { choice, note, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { present } from './field-values.js';
import type { WritableListDefinition } from './list-definition.js';
import { readValidity, validityColumns, validityFields } from './master-entry.js';
import {
  holdsRecorded,
  readRecorded,
  recordedColumns,
  recordedFields,
} from './recorded-columns.js';

const list = 'MebukiChannels';

/** The channel map: which Teams channel is told what; Title holds its name. */
export const channels: WritableListDefinition<ChannelMapping & Recorded> = {
  name: list,
  displayName: '芽吹き チャネル',
  description: '知らせを投稿する Teams のチャネルです。',
  columns: [
    text('MappingId', '対応ID', 'unique'),
    choice('Purpose', '用途', channelPurposes),
    text('DepartmentId', '部局ID'),
    text('TeamId', 'チームID'),
    note('ChannelId', 'チャネルID'),
    ...validityColumns,
    ...recordedColumns,
  ],
  key: 'MappingId',
  toFields: (channel) => ({
    Title: channel.label,
    MappingId: channel.id,
    Purpose: channel.purpose,
    DepartmentId: channel.departmentId ?? null,
    TeamId: channel.teamId,
    ChannelId: channel.channelId,
    ...validityFields(channel),
    ...recordedFields(channel),
  }),
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      id: read.text('MappingId'),
      purpose: read.choice('Purpose', channelPurposes),
      teamId: read.text('TeamId'),
      channelId: read.text('ChannelId'),
      label: read.text('Title'),
      ...present({ departmentId: read.optionalText('DepartmentId') }),
      ...readValidity(read),
      ...readRecorded(read),
    };
  },
  holds: holdsRecorded,
};
