/*
 * Apart from the tasks themselves, which import the whole simulated world: the process that reads the options and deals the
 * parts out needs no more than their names.
 */
export const TASK_NAMES = ['histories', 'files'] as const;
export type TaskName = (typeof TASK_NAMES)[number];

export const isTaskName = (text: string): text is TaskName => TASK_NAMES.some((name) => name === text);
