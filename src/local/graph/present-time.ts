/** Instants are answered in UTC with whole seconds. */
export function presentTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
