import * as z from 'zod';

/** One request of a function to AWS, as it was sent, and how it was answered. */
const callSchema = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()),
  /** Where its body lies among all bodies, one behind the other, in bytes. */
  start: z.number().int(),
  end: z.number().int(),
  status: z.number().int(),
  /** How many calls of the same function were under way when it was sent, itself among them. */
  underWay: z.number().int(),
});
export type RecordedCall = z.infer<typeof callSchema>;

export const callsSchema = z.array(callSchema);

/** What was recorded of one function, in the order in which it was sent. */
export interface Recording {
  readonly calls: readonly RecordedCall[];
  readonly bodies: Buffer;
}

/** The files in which a recording is handed to the function that sends it again, in a folder of its own. */
export const CALLS_FILE = 'calls.json';
export const BODIES_FILE = 'bodies.bin';
/** Where that function writes down what it found. */
export const REPLAY_FILE = 'replay.json';

/** What became of a recording that was sent again. */
export const replaySchema = z.object({
  seconds: z.number(),
  /** Calls that were answered with another status than when they were recorded. */
  otherwise: z.array(z.string()),
});
