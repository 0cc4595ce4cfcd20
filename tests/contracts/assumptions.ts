/** What the product takes for granted of Microsoft Graph, and what it does where that is not so. */
export interface Assumption {
  readonly says: string;
  readonly whenFalse: string;
}

/** Looked at by the suite, in a tenant as on the stand-in. */
export const expected = {
  'site-by-path': {
    says: 'A site is found by host and path, also with Sites.Selected.',
    whenFalse: 'The app does not start and names SITE_HOSTNAME and SITE_PATH.',
  },
  'list-keeps-name': {
    says: 'A list keeps the ASCII name it was made with when its display name becomes Japanese.',
    whenFalse: 'Lists are found by either of their two names; several of one name stop the app.',
  },
  'columns-read-back': {
    says: 'Columns keep their internal names and say type, index and unique demand when read.',
    whenFalse: 'Provisioning sets flags in up to three rounds, then names what remains.',
  },
  'create-answers-whole': {
    says: 'A create is answered with 201, id, etag and fields.',
    whenFalse:
      'Without fields those sent are taken; without an etag the outcome counts as unknown and is read by key.',
  },
  'etag-counts': {
    says: 'Etags end in a counter that grows with each write, the same in JSON whatever the HTTP header says.',
    whenFalse: 'An item whose etag has another form is read by id instead of being ordered.',
  },
  'if-match': {
    says: 'A change with an old etag is refused with 412 and writes nothing.',
    whenFalse: 'Nothing protects two people from each other: do not go live.',
  },
  'unique-refuses': {
    says: 'A second item with a unique value is refused, in whatever way, and is not stored.',
    whenFalse:
      'Two items of one key are named by the check of lists (要確認); numbers could be given twice.',
  },
  'null-clears': {
    says: 'Writing null empties a column, and an empty column is absent when read.',
    whenFalse: 'Values that were taken back would stay; the check of lists names such items.',
  },
  'values-read-back': {
    says: 'Texts (Japanese, emoji, line ends, quotes), whole seconds, large whole numbers, yes and no read back as written.',
    whenFalse: 'The check of lists names every item that reads otherwise than it was written.',
  },
  'long-texts': {
    says: 'A plain text of several lines holds 63,999 characters; one of 64,000 is refused or would be cut.',
    whenFalse: 'Trails are shortened at 45,000 characters and nothing longer than 63,999 is sent.',
  },
  'unknown-choice': {
    says: 'A choice outside of the list is refused.',
    whenFalse: 'An unknown status that somebody types is shown as the trail says and named.',
  },
  'filter-by-key': {
    says: 'An indexed text is found by equality, with quotes doubled.',
    whenFalse:
      'Nothing is taken as absent because a filter is empty; a create with the same key decides.',
  },
  'order-by-index': {
    says: 'The item with the highest number is found by ordering an indexed number column.',
    whenFalse: 'The register knows the highest number; a taken number leads to the next one.',
  },
  'read-after-write': {
    says: 'An item read by id right after a write is the one written.',
    whenFalse: 'Own writes are held by their etag and never undone by an older read.',
  },
  'delta-follows': {
    says: 'Delta enumerates with fields, then brings what changed and what was deleted, and its link keeps $expand.',
    whenFalse:
      '$expand is put on the link again; a tombstone is believed only once the item is gone.',
  },
  'gone-is-404': {
    says: 'A deleted item is answered with 404.',
    whenFalse: 'It would stay in the register until the next enumeration.',
  },
  'library-keeps-files': {
    says: 'A library is made like a list; a file is put, read, listed and deleted by its name below …/lists/{id}/drive/root.',
    whenFalse: 'Nothing can be attached; everything else works.',
  },
  'file-addresses': {
    says: 'Content and upload sessions are at the host of the site, and need no token there.',
    whenFalse:
      'Attachments are not sent and not handed out; the log names the host, and nothing is sent to it.',
  },
  'clock-header': {
    says: 'Every answer carries a Date header.',
    whenFalse: 'Doctor cannot compare the clocks and says so.',
  },
} as const satisfies Readonly<Record<string, Assumption>>;

/** What no call of this suite can settle, or only by what it prints (facts 13.6). */
export const onlyInTenant: Readonly<Record<string, Assumption>> = {
  'duplicate-status': {
    says: 'Which status and code a duplicate unique value is refused with (printed below).',
    whenFalse: 'The product treats 400, 409, 412, 422 and 500 alike: it reads by key.',
  },
  'fields-patch': {
    says: 'PATCH …/items/{id}/fields answers 400 in some tenants.',
    whenFalse: 'The product never uses that address.',
  },
  'subscriptions-selected': {
    says: 'Change notifications of lists can be asked for, listed and renewed with Sites.Selected; the documentation names Sites.ReadWrite.All.',
    whenFalse:
      'The health view and doctor say that it is refused (subscriptions-denied); the polls go on. Set CHANGE_NOTIFICATIONS to off, and grant nothing more.',
  },
  'subscription-life': {
    says: 'A subscription to a list is granted for 42,240 minutes and is listed with the address it was made with.',
    whenFalse:
      'Where it is granted for less, it is renewed at every look (15 minutes); where it is refused, the health view says so (subscriptions-unreached) with status and code.',
  },
  'notifications-in-time': {
    says: 'A change of a list is told within a minute on average, five at most, also one that the app made itself.',
    whenFalse: 'Polls keep their plan whatever is told, so that nothing shows later than without.',
  },
  'versioning-default': {
    says: 'Lists made through Graph keep versions.',
    whenFalse: 'docs/operations/provision.md says where an administrator switches it on.',
  },
  'denied-before-missing': {
    says: 'Without the right to write, a change of an item that does not exist is answered with 403, not 404 (printed below for the app, which has it).',
    whenFalse: 'The line of doctor on writing says nothing; the one on the grant does.',
  },
  'install-conflict-body': {
    says: 'What a second installation of the app for a person is answered with.',
    whenFalse: 'Only the status 409 is looked at.',
  },
};
