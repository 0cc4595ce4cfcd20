import { z } from 'zod';
import { textLimits } from '../../domain/submission-form.js';
import { countGraphemes, tidyLine, tidyText } from '../../domain/written-text.js';
import { messageText } from './message-text.js';
import { splitText } from './split-text.js';

/** The action command of the manifest. */
export const proposeCommand = 'proposeFromMessage';

/** It stands in the dialog and travels with its form, which together must fit a message of 100 KB. */
const longestRest = 6_000;

const attachment = z.object({ contentType: z.string().nullish() });
const shape = z.object({
  commandId: z.string().max(64),
  messagePayload: z
    .object({
      subject: z.string().nullish(),
      body: z
        .object({ contentType: z.string().nullish(), content: z.string().nullish() })
        .nullish(),
      attachments: z.array(attachment).nullish(),
    })
    .nullish(),
});

/** What a dialog is opened with. */
export interface Quoted {
  readonly commandId: string;
  /** Of the first line of a channel post, where it is short enough to be a title. */
  readonly title: string;
  /** As much of the message as 提案内容 takes. */
  readonly text: string;
  /** What did not fit. */
  readonly rest: string;
  /** Whether even the rest is cut; then the message itself is the place to read it. */
  readonly isCut: boolean;
  /** Files, cards and pictures, which no text holds. */
  readonly hasMore: boolean;
}

type Payload = NonNullable<z.infer<typeof shape>['messagePayload']>;

function writtenIn({ body }: Payload): string {
  const content = body?.content ?? '';
  return body?.contentType === 'text' ? tidyText(content) : messageText(content);
}

function roomFor(characters: number) {
  // The form leaves two units for each character.
  return { characters, units: characters * 2 };
}

/**
 * Reads the value of `composeExtension/fetchTask`: the message that is to become a proposal, without who wrote it.
 * Undefined where Teams cannot have sent it.
 */
export function readQuoted(value: unknown): Quoted | undefined {
  const read = shape.safeParse(value);
  if (!read.success) return undefined;
  const { commandId, messagePayload: message } = read.data;
  const subject = tidyLine(message?.subject ?? '');
  const isTitle = countGraphemes(subject) <= textLimits.title;
  const body = message ? writtenIn(message) : '';
  const whole = isTitle ? body : `${subject}\n${body}`;
  const { head, rest } = splitText(tidyText(whole), roomFor(textLimits.proposedContent));
  const left = splitText(rest, { characters: longestRest, units: longestRest });
  const hasPictures = /<img\b(?![^<>]*itemtype="[^"]*emoji)/i.test(message?.body?.content ?? '');
  return {
    commandId,
    title: isTitle ? subject : '',
    text: head,
    rest: left.head,
    isCut: left.rest !== '',
    hasMore: hasPictures || (message?.attachments ?? []).length > 0,
  };
}
