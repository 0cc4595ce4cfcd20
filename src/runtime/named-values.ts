/** In the place of a value that stood before: as how many different ones it came. */
export type Named<T extends object> = T | number;

/** Names values that many items of a file hold, so that each is written once. */
export type NameValue = <T extends object>(value: T) => Named<T>;

/** Finds the values again, asked in the order in which they were named. */
export type FindValue = <T extends object>(named: Named<T>) => T;

/** Opens the naming for one file: the first time a value is its own name. */
export function openNaming(): NameValue {
  const numbers = new Map<object, number>();
  return (value) => {
    const number = numbers.get(value);
    if (number === undefined) numbers.set(value, numbers.size);
    return number ?? value;
  };
}

/** Opens the finding for one file. Throws where a number is of no value. */
export function openFinding(): FindValue {
  const values: object[] = [];
  return <T extends object>(named: Named<T>): T => {
    if (typeof named !== 'number') {
      values.push(named);
      return named;
    }
    const value = values[named];
    if (!value) throw new Error(`nothing has the number ${named}`);
    // What was named by it.
    return value as T;
  };
}
