import type { StoredAuthor } from './stored-types.js';

/** Site id of the principal behind every app-only write. */
export const appPrincipalLookupId = '1073741822';

/** Who wrote, as app-only writes are answered: the application, and no person. */
export function presentAuthor(author: StoredAuthor): object {
  return {
    application: { id: author.appId, displayName: author.displayName },
    user: { displayName: 'SharePoint App' },
  };
}
