import type { OpenBot } from './open-bot.js';

/** An activity of a message extension as Teams sends it from a conversation in which the bot need not be. */
export function inConversation(name: string, value: unknown): Record<string, unknown> {
  return {
    type: 'invoke',
    name,
    conversation: { id: '19:two-people@unq.gbl.spaces', conversationType: 'groupChat' },
    value,
  };
}

/** What a list shows, and the card behind it. */
export interface ShownHit {
  readonly title: string;
  readonly text: string;
  readonly card: Record<string, unknown>;
}

/** The answer to a search: hits, or the sentence in their place. */
export interface Searched {
  readonly hits: readonly ShownHit[];
  readonly sentence?: string;
  readonly whole: string;
}

interface Body {
  readonly composeExtension: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: Record<string, unknown>;
      readonly preview: { readonly content: { readonly title: string; readonly text: string } };
    }[];
  };
}

/** What is asked of a search beside its words. */
export interface Asked {
  readonly command?: string;
  readonly status?: string;
  readonly skip?: number;
  readonly count?: number;
  readonly locale?: string;
  /** As somebody else. */
  readonly from?: Record<string, unknown>;
}

/** Searches by the message extension, through the front door. */
export async function search(bot: OpenBot, words: string, asked: Asked = {}): Promise<Searched> {
  const { command = 'searchProposals', status, skip = 0, count = 25, ...changes } = asked;
  const parameters = [
    words === '' ? { name: 'initialRun', value: 'true' } : { name: 'words', value: words },
    ...(status === undefined ? [] : [{ name: 'status', value: status }]),
  ];
  const value = { commandId: command, parameters, queryOptions: { skip, count } };
  const answer = await bot.post({ ...inConversation('composeExtension/query', value), ...changes });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  const body = (await answer.json()) as Body;
  const { text, attachments = [] } = body.composeExtension;
  return {
    hits: attachments.map(({ content, preview }) => ({ ...preview.content, card: content })),
    ...(text !== undefined && { sentence: text }),
    whole: JSON.stringify(body),
  };
}
