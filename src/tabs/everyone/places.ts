/** Ids of the elements that keys lead to. */
export const places = {
  search: 'everyone-search',
  list: 'everyone-list',
  itemTitle: 'everyone-item-title',
} as const;

/** Id of the row at a place of the list, from 0. */
export function rowId(index: number): string {
  return `everyone-row-${index}`;
}
