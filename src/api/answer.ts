/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** Set over the headers that every answer carries. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The content type of every JSON answer. */
export const jsonType = 'application/json; charset=utf-8';

/** An answer with a JSON text that is written already. */
export function jsonText(body: Answer['body']): Answer {
  return { status: 200, type: jsonType, body };
}

/** An answer with a value of the contract. */
export function json<T extends object>(value: T): Answer {
  return jsonText(JSON.stringify(value));
}
