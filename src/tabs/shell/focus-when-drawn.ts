/** Puts the focus on an element once what is being drawn has been drawn. */
export function focusWhenDrawn(id: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  });
}
