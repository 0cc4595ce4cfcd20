import { z } from 'zod';
import type { LocalRequest } from '../http.js';
import { ConnectorRefusal } from './connector-call.js';
import { refusals } from './refusals.js';

const attachmentShape = z.looseObject({
  contentType: z.string().min(1),
  content: z.unknown().optional(),
  name: z.string().optional(),
});

const activityShape = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(attachmentShape).nullish(),
});

/** An activity sent by the bot, as far as the connector looks at it. */
export type SentActivity = z.infer<typeof activityShape>;

/** Documented limit of a bot message: 100 KB as UTF-16, images in base64 not counted. */
const largestMessage = 100 * 1024;

function utf16Bytes(activity: unknown): number {
  const text = JSON.stringify(activity).replace(/data:image\/[^"\\]*/g, '');
  return text.length * 2;
}

/** The JSON body of a call. */
export function connectorBody(req: LocalRequest): unknown {
  try {
    return req.json();
  } catch {
    throw new ConnectorRefusal(refusals.badSyntax('The request body is not valid JSON.'));
  }
}

function hasContent(activity: SentActivity): boolean {
  return (activity.text ?? '') !== '' || (activity.attachments ?? []).length > 0;
}

/** Checks an activity: its shape, that it says something, its size. */
export function checkedActivity(json: unknown): SentActivity {
  const parsed = activityShape.safeParse(json);
  if (!parsed.success) {
    throw new ConnectorRefusal(refusals.badSyntax('Bad format of the activity.'));
  }
  const { type } = parsed.data;
  if (type !== 'message' && type !== 'typing') {
    throw new ConnectorRefusal(refusals.badArgument(`Unknown activity type ${type}.`));
  }
  if (type === 'message' && !hasContent(parsed.data)) {
    throw new ConnectorRefusal(refusals.badSyntax('The message has neither text nor attachments.'));
  }
  if (utf16Bytes(json) > largestMessage) throw new ConnectorRefusal(refusals.tooBig());
  return parsed.data;
}
