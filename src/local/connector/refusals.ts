import type { Reply } from '../http.js';

/** A refusal in the connector's usual shape. */
export function refusal(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

/** Answers the Bot Connector gives when it refuses, one per documented or observed case. */
export const refusals = {
  unauthorised: (): Reply => ({
    status: 401,
    headers: { 'WWW-Authenticate': 'Bearer' },
    body: { message: 'Authorization has been denied for this request.' },
  }),
  badSyntax: (message: string): Reply => refusal(400, 'BadSyntax', message),
  badArgument: (message: string): Reply => refusal(400, 'BadArgument', message),
  /** The person blocked the bot or removed the app (errorCode 209, subCode inside the text). */
  writesBlocked: (): Reply => ({
    status: 403,
    body: {
      errorCode: 209,
      message: JSON.stringify({
        subCode: 'MessageWritesBlocked',
        details: 'Thread is blocked for message writes.',
        errorCode: null,
        errorSubCode: null,
      }),
    },
  }),
  notInRoster: (): Reply =>
    refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  conversationNotFound: (): Reply =>
    refusal(404, 'ConversationNotFound', 'Conversation not found.'),
  activityNotFound: (): Reply =>
    refusal(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.'),
  memberNotFound: (): Reply =>
    refusal(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.'),
  tooBig: (): Reply => refusal(413, 'MessageSizeTooBig', 'Message size too large.'),
  wrongTenant: (): Reply =>
    refusal(403, 'ForbiddenOperationException', 'The bot is not allowed in this tenant.'),
  tooMany: (limit: number, seconds: number, wait: number | undefined): Reply => ({
    ...refusal(
      429,
      'TooManyRequests',
      `API calls quota exceeded! maximum admitted ${limit} per ${seconds} s.`,
    ),
    headers: wait === undefined ? {} : { 'Retry-After': String(wait) },
  }),
  unknownRoute: (path: string): Reply =>
    refusal(404, 'NotFound', `No HTTP resource was found that matches the request URI '${path}'.`),
};
