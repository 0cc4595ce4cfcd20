/**
 * Port: an organisation's own embedding model, where it has one. One vector per text, in order, all
 * of one length; the caller compares by cosine. It sends texts out of the process, so it is a port
 * of a use case and never called by the index. Nothing in the product implements it.
 */
export type EmbedTexts = (
  texts: readonly string[],
  options: { readonly signal: AbortSignal },
) => Promise<readonly (readonly number[])[]>;
