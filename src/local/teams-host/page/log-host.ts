/** The one place where the page writes to the browser's console. */
export function logHost(note: string, detail: unknown): void {
  console.info(`[teams-host] ${note}`, detail);
}
