import { join } from 'node:path';
import { installDebianPackages } from '#test/debian-packages.ts';
import { say } from './bench.ts';
import { hasProgram } from './peers.ts';

const DEBIAN_PACKAGES = ['r-base-core', 'r-cran-boot', 'r-cran-clubsandwich'];

export interface RScript {
  readonly name: string;
  readonly path: string;
  readonly packages: readonly string[];
  /** Asked of studies of up to so many pairs: beyond, its bootstraps take many minutes. */
  readonly upTo: number;
}

const inPeers = (file: string) => join(import.meta.dirname, 'peers', file);

/** The study's core in R, by hand and with the packages that there are for it. */
const SCRIPTS: readonly RScript[] = [
  { name: 'R by hand', path: inPeers('study.R'), packages: ['stats'], upTo: 10_000 },
  {
    name: 'R with packages',
    path: inPeers('study-with-packages.R'),
    packages: ['clubSandwich', 'boot'],
    upTo: 1000,
  },
];

/** Installs R and the packages of its scripts. @returns why some of them are not there, or undefined */
export async function installR(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (rScripts().length === SCRIPTS.length) return undefined;
  say('Installing R and its packages with apt…');
  return installDebianPackages(DEBIAN_PACKAGES, environment);
}

/** Those that R, where it is installed, has the packages of. */
export const rScripts = (): readonly RScript[] =>
  SCRIPTS.filter(({ packages }) =>
    hasProgram('Rscript', '-e', packages.map((name) => `library(${name})`).join('; ')),
  );

/** What the others lack, and what those that run were not asked for: a paragraph, or none. */
export function scriptsLeftOut(scripts: readonly RScript[], sizes: readonly number[]): readonly string[] {
  const leftOut = [
    ...SCRIPTS.filter((script) => !scripts.includes(script)).map(
      ({ name, packages }) => `${name}, without its ${packages.join(' and ')}`,
    ),
    ...scripts
      .filter(({ upTo }) => sizes.some((pairs) => pairs > upTo))
      .map(({ name, upTo }) => `${name} above ${upTo.toLocaleString('en')} pairs, of which it takes minutes`),
  ];
  return leftOut.length === 0 ? [] : [`Left out: ${leftOut.join('; ')}.`];
}
