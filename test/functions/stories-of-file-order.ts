import type { Story } from './story.ts';
import { lesions, listed, patients, patientsOfWrongSex } from './world/study-files.ts';
import type { World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';
const MORE_PATIENTS = 'uploads/rouen/more patients+.csv';
const LISTED = 'uploads/rouen/visibility.csv';
const LESIONS = ['uploads/rouen/l3.csv', 'uploads/rouen/l2.csv', 'uploads/rouen/l1.csv'] as const;

/** Drops files one minute after the other. The event of the first is lost, so that the others are taken up before it. */
function lateFirst(world: World, files: readonly (readonly [key: string, content: string])[]): void {
  for (const [place, [key, content]] of files.entries()) {
    world.upload(key, content, place === 0 ? 'lost' : 'once');
    world.wait(1);
  }
}

/** What makes another of a centre's files, or of a file's versions, the older one, which counts. */
export const FILE_ORDER: Readonly<Record<string, Story>> = {
  'the older of two files, which comes late': {
    before: (world) =>
      lateFirst(world, [
        [PATIENTS, patients(1, 2)],
        [MORE_PATIENTS, patients(2, 3)],
      ]),
    event: (world) => world.tell(PATIENTS),
    key: PATIENTS,
    bringsRows: true,
  },
  'the oldest of three files of too many lesions, which comes late': {
    before: (world) =>
      lateFirst(world, [
        [LESIONS[0], lesions(1, 1, 2)],
        [LESIONS[1], lesions(1, 3, 4)],
        [LESIONS[2], lesions(1, 5, 6)],
      ]),
    event: (world) => world.tell(LESIONS[0]),
    key: LESIONS[0],
    bringsRows: true,
  },
  'the older of two files that put a lesion on two sides, which comes late': {
    before: (world) =>
      lateFirst(world, [
        [LESIONS[0], lesions(1, 1, 2)],
        [LISTED, listed('right', 1, 1)],
      ]),
    event: (world) => world.tell(LESIONS[0]),
    key: LESIONS[0],
    bringsRows: true,
  },
  'a replacement before which another file falls back': {
    before: (world) => {
      world.upload(PATIENTS, patients(1));
      world.wait(1);
      world.upload(MORE_PATIENTS, patients(2));
      world.upload(MORE_PATIENTS, patients(2, 3));
    },
    event: (world) => world.upload(PATIENTS, patients(1, 3)),
    key: PATIENTS,
    bringsRows: true,
  },
  'an error over a version that nobody has read': {
    before: (world) => void world.upload(PATIENTS, patients(1, 2), 'lost'),
    event: (world) => world.upload(PATIENTS, patientsOfWrongSex(1)),
    key: PATIENTS,
    bringsRows: true,
  },
  'the oldest version that is deleted for good, so that another file is older': {
    before: (world) => {
      world.upload(PATIENTS, patients(1));
      world.wait(1);
      world.upload(MORE_PATIENTS, patients(2, 3));
      world.wait(1);
      world.upload(PATIENTS, patients(1, 2));
    },
    event: (world) => {
      const [oldest] = world.bucket.versions(PATIENTS);
      if (oldest !== undefined) world.erase(PATIENTS, oldest.versionId);
    },
    key: PATIENTS,
    bringsRows: false,
  },
};
