const zone = 'Asia/Tokyo';

function dayKey(at: Date): string {
  return at.toLocaleDateString('en-CA', { timeZone: zone });
}

/** The strip's clock: 令和8年9月28日（月）8:52, or Mon, Sep 28, 2026, 8:52 in English. */
export function clockText(at: Date, locale: string): string {
  const time = at.toLocaleTimeString('ja-JP', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  });
  if (locale.startsWith('en')) {
    const day = at.toLocaleDateString('en-US', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
    });
    return `${day} ${time}`;
  }
  const day = at.toLocaleDateString('ja-JP-u-ca-japanese', {
    timeZone: zone,
    era: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  const weekday = at.toLocaleDateString('ja-JP', { timeZone: zone, weekday: 'short' });
  return `${day}（${weekday}） ${time}`;
}

/** When a message was written: only the time on the same day, day and time before that. */
export function messageTime(at: Date, now: Date, locale: string): string {
  const time = at.toLocaleTimeString('ja-JP', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  });
  if (dayKey(at) === dayKey(now)) return time;
  const day = at.toLocaleDateString(locale.startsWith('en') ? 'en-US' : 'ja-JP', {
    timeZone: zone,
    month: locale.startsWith('en') ? 'short' : 'long',
    day: 'numeric',
  });
  return `${day} ${time}`;
}
