import { type Place, placesOf } from './place.js';

const addresses =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g;
/** Mailboxes of roles, not of people (RFC 2142 and what is usual beside it). */
const ofRole =
  /^(?:info|contact|support|help|helpdesk|inquiry|admin|administrator|webmaster|postmaster|no-?reply|abuse|security|sales|press|soumu|madoguchi)@/i;
/** Names kept for examples (RFC 2606). */
const ofExample = /[@.](?:example\.[a-z.]+|example|test|invalid|localhost)$/i;

/** Where a folded text has a mail address of a person. */
export function findMailAddresses(text: string): readonly Place[] {
  return placesOf(text, addresses, (met) => !ofRole.test(met) && !ofExample.test(met));
}
