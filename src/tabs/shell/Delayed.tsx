import { type ReactNode, useEffect, useState } from 'react';

const patienceMs = 300;

/** Shows its content only where waiting takes longer than people notice. */
export function Delayed({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}
