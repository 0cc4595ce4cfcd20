import { Avatar } from '@fluentui/react-components';

/** A person's coin with the first character of the family name. */
export function PersonCoin({ name, id, size }: { name: string; id: string; size: 24 | 28 | 32 }) {
  const initials = [...name][0] ?? '';
  return <Avatar size={size} idForColor={id} color="colorful" initials={initials} aria-hidden />;
}
