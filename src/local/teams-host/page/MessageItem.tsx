import { useEffect, useRef } from 'react';
import type { HostActionAnswer, HostCardAction, HostMessage } from '../wire.js';
import { AppIcon } from './AppIcon.js';
import { CardView } from './CardView.js';
import { cardMarkdown } from './card-markdown.js';
import { useDesk } from './desk.js';
import { hostClient } from './host-client.js';
import { MessageMenu } from './MessageMenu.js';
import { PersonCoin } from './PersonCoin.js';
import { messageTime } from './time.js';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** The refresh action of a card, when Teams would run it by itself for this person. */
function refreshOf(card: unknown, mri: string): HostCardAction | undefined {
  if (typeof card !== 'object' || card === null || !('refresh' in card)) return undefined;
  const refresh = card.refresh as { action?: HostCardAction; userIds?: readonly string[] };
  const meant = refresh.userIds === undefined || refresh.userIds.includes(mri);
  return meant ? refresh.action : undefined;
}

/** The text of a message: the bot's is Markdown, a person's is plain. */
function MessageText({ message }: { readonly message: HostMessage }) {
  const { openLink } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const { text = '', author, textFormat } = message;
  const markdown = author.kind === 'bot' && textFormat !== 'plain';
  useEffect(() => {
    const element = place.current;
    if (element === null || !markdown) return undefined;
    element.innerHTML = cardMarkdown(text);
    const follow = (event: MouseEvent) => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null;
      if (anchor === null) return;
      event.preventDefault();
      openLink(anchor.href);
    };
    element.addEventListener('click', follow);
    return () => element.removeEventListener('click', follow);
  }, [text, markdown, openLink]);
  return markdown ? (
    <div ref={place} className="bubble" />
  ) : (
    <div className="bubble plain">{text}</div>
  );
}

/** One message with its cards; a card with `refresh` is refreshed once per revision when shown. */
export function MessageItem({ message }: { readonly message: HostMessage }) {
  const { state, texts, now, merge, openLink } = useDesk();
  const { me, app } = state;
  const { author, id, conversationId, revision } = message;
  const mine = author.kind === 'person' && author.personId === me.id;
  const cards = message.attachments.filter((one) => one.contentType === cardType);

  const pressed = useRef(false);
  const act = async (
    action: HostCardAction,
    trigger: 'manual' | 'automatic',
  ): Promise<HostActionAnswer> => {
    pressed.current = trigger === 'manual';
    const answer = await hostClient.act({
      person: me.id,
      conversation: conversationId,
      activityId: id,
      action,
      trigger,
    });
    if (answer.kind === 'card') merge(answer.message);
    else pressed.current = false;
    return answer;
  };
  const takesFocus = () => {
    const takes = pressed.current && document.activeElement === document.body;
    pressed.current = false;
    return takes;
  };
  // Teams shows an app under the name it has in the reader's language, whatever the message says.
  const shownName = author.kind === 'bot' ? (app?.name ?? author.name) : author.name;
  const latest = useRef(act);
  latest.current = act;
  const refreshed = useRef(-1);
  const refresh = refreshOf(cards[0]?.content, me.mri);
  useEffect(() => {
    if (refresh === undefined || refreshed.current === revision) return;
    refreshed.current = revision;
    latest.current(refresh, 'automatic').catch(() => undefined);
  }, [refresh, revision]);

  return (
    <article className={mine ? 'message mine' : 'message'} aria-label={shownName}>
      {author.kind === 'bot' && app !== undefined && <AppIcon app={app} size={32} />}
      {author.kind === 'person' && !mine && (
        <PersonCoin name={author.name} id={author.personId} size={32} />
      )}
      <div className="message-body">
        <div className="message-head">
          {!mine && <strong>{shownName}</strong>}
          <time dateTime={message.at}>{messageTime(new Date(message.at), now, me.locale)}</time>
          {message.editedAt !== undefined && <span>{texts.edited}</span>}
          <MessageMenu message={message} />
        </div>
        {message.text !== undefined && message.text !== '' && <MessageText message={message} />}
        {cards.map((card) => (
          <CardView
            key={JSON.stringify(card.content)}
            card={card.content}
            texts={texts}
            onAction={(action) => act(action, 'manual')}
            onLink={openLink}
            takesFocus={takesFocus}
          />
        ))}
        {message.undelivered && (
          <p className="card-notice error" role="alert">
            {texts.undelivered}
          </p>
        )}
      </div>
    </article>
  );
}
