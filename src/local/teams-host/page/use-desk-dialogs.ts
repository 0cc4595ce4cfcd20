import { useCallback, useMemo, useRef, useState } from 'react';
import type { Desk, Push } from './desk.js';
import type { PeopleQuestion } from './PeoplePicker.js';
import type { Task } from './TaskDialog.js';

/** The dialogs a tab may open, one of each kind at a time. */
export interface DeskDialogs {
  readonly question: PeopleQuestion | undefined;
  readonly task: Task | undefined;
  readonly onTaskPush: (push: Push) => void;
  readonly services: Pick<Desk, 'selectPeople' | 'startTask' | 'tellTask'>;
}

/** Keeps the open people picker and task dialog and answers who asked when they end. */
export function useDeskDialogs(): DeskDialogs {
  const [question, setQuestion] = useState<PeopleQuestion>();
  const [task, setTask] = useState<Task>();
  const taskPush = useRef<Push>(() => undefined);
  const onTaskPush = useCallback((push: Push) => {
    taskPush.current = push;
  }, []);
  const services = useMemo(
    () => ({
      selectPeople: (options: Record<string, unknown>) =>
        new Promise<readonly unknown[]>((resolve) => {
          const end = (answer: readonly unknown[]) => {
            setQuestion(undefined);
            resolve(answer);
          };
          setQuestion({ options, end });
        }),
      startTask: (info: Record<string, unknown>, opener: Push) =>
        new Promise<readonly unknown[]>((resolve) => {
          const end = (answer: readonly unknown[]) => {
            setTask(undefined);
            resolve(answer);
          };
          setTask({ info, opener, end });
        }),
      tellTask: (func: string, args: readonly unknown[]) => taskPush.current(func, args),
    }),
    [],
  );
  return { question, task, onTaskPush, services };
}
