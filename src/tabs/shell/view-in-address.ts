const parameter = 'view';

/** The view that stands in the address of this page. */
export function viewInAddress(): string | undefined {
  return new URLSearchParams(window.location.search).get(parameter) ?? undefined;
}

/** Keeps the view in the address, so that the page loaded anew shows it again. */
export function keepViewInAddress(view: string): void {
  const address = new URL(window.location.href);
  address.searchParams.set(parameter, view);
  window.history.replaceState(window.history.state, '', address);
}
