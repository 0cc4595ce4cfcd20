/**
 * Loads the page anew, with the files of the present release. Only where the server answers: otherwise this page would
 * give way to an error page of the browser. Resolves to whether it did.
 */
export async function loadAnew(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.href, { cache: 'no-store', credentials: 'omit' });
    if (!answer.ok) return false;
  } catch {
    return false;
  }
  window.location.reload();
  return true;
}
