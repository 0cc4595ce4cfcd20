import type { StoredAuthor } from './stored-types.js';

/** Site id of the principal behind every app-only write. */
export const appPrincipalLookupId = '1073741822';

/** Who wrote: the application and who was signed in to it; app-only writes name no person. */
export function presentAuthor(author: StoredAuthor): object {
  return {
    application: { id: author.appId, displayName: author.displayName },
    user: author.person ?? { displayName: 'SharePoint App' },
  };
}
