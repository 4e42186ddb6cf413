/** What is shown beside what every report shows. */
export interface PageOptions {
  /** Each file by centre, name and version: for coordinators only. */
  readonly withFiles?: boolean;
}
