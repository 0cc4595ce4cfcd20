export function TriagePage(_: { opened: string | undefined }) {
  return null;
}
