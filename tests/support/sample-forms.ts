import type { Conversation } from '../../src/domain/conversation.js';
import type { KeptForm } from '../../src/domain/kept-form.js';

interface SentInChat {
  readonly conversation: Conversation;
}

/** A kept form of an invented person. */
export function sampleKeptForm(
  token: string,
  changes: Partial<KeptForm & SentInChat> = {},
): KeptForm & SentInChat {
  return {
    token,
    personId: '00000000-0000-4000-8000-0000000000aa',
    personName: '若葉 みのり',
    locale: 'ja',
    campaignId: 'demo',
    receivedAt: Date.parse('2026-10-05T01:00:00Z'),
    conversation: {
      personId: '00000000-0000-4000-8000-0000000000aa',
      conversationId: 'a:chat-1',
      serviceUrl: 'https://connector.example/',
      botId: '28:bot',
      userId: '29:wakaba',
      locale: 'ja',
      active: true,
      updatedAt: Date.parse('2026-10-05T01:00:00Z'),
    },
    submission: {
      content: {
        title: '押印を求める庁内様式の全廃',
        currentProblem: '認印の欄が残った様式がある。',
        proposedContent: '様式を総点検し、押印欄を削る。',
        categoryId: 'paperless',
        isDigital: false,
        cost: { needed: false },
        scopeHint: 'unknown',
        namePublication: false,
      },
      profile: { departmentId: 'doboku', gradeId: 'shunin', officeKind: 'branch' },
    },
    ...changes,
  };
}
