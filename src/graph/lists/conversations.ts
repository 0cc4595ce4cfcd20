import { type Conversation, locales } from '../../domain/conversation.js';
import { boolean, choice, dateTime, note, text } from './column.js';
import { dateTimeOf } from './field-values.js';
import { personList } from './person-list.js';

/** The list of chats with the bot, one item per person, as last heard. `updatedAt` is kept in whole seconds. */
export const conversations = personList<Conversation>({
  name: 'MebukiConversations',
  displayName: '芽吹き 個人チャット',
  description: '結果を知らせるための、職員ごとのチャットの宛先です。',
  columns: [
    note('ConversationId', 'チャットID'),
    note('ServiceUrl', '接続先'),
    text('BotId', 'ボットID'),
    note('UserId', 'チャネル上の職員ID'),
    choice('Locale', '言語', locales),
    boolean('Active', '有効'),
    dateTime('UpdatedAt', '更新日時（UTC）'),
  ],
  toFields: (conversation) => ({
    Title: conversation.personId,
    ConversationId: conversation.conversationId,
    ServiceUrl: conversation.serviceUrl,
    BotId: conversation.botId,
    UserId: conversation.userId,
    Locale: conversation.locale,
    Active: conversation.active,
    UpdatedAt: dateTimeOf(conversation.updatedAt),
  }),
  fromFields: (read, personId) => ({
    personId,
    conversationId: read.text('ConversationId'),
    serviceUrl: read.text('ServiceUrl'),
    botId: read.text('BotId'),
    userId: read.text('UserId'),
    locale: read.choice('Locale', locales),
    active: read.boolean('Active'),
    updatedAt: read.instant('UpdatedAt'),
  }),
});
