import { hasProgram } from './peers.ts';

export interface RScript {
  readonly name: string;
  /** In `peers/`. */
  readonly file: string;
  readonly packages: readonly string[];
  /** Asked of studies of up to so many pairs: beyond, its bootstraps take many minutes. */
  readonly upTo: number;
}

/** The study's core in R, by hand and with the packages that there are for it. */
const SCRIPTS: readonly RScript[] = [
  { name: 'R by hand', file: 'study.R', packages: ['stats'], upTo: 10_000 },
  {
    name: 'R with packages',
    file: 'study-with-packages.R',
    packages: ['clubSandwich', 'boot'],
    upTo: 1000,
  },
];

/** Those that R, where it is installed, has the packages of; and of the others, and of larger studies, why not. */
export function rScripts(sizes: readonly number[]): {
  readonly scripts: readonly RScript[];
  readonly skipped: readonly string[];
} {
  const runs = ({ packages }: RScript) =>
    hasProgram('Rscript', '-e', packages.map((name) => `library(${name})`).join('; '));
  const scripts = SCRIPTS.filter(runs);
  return {
    scripts,
    skipped: [
      ...SCRIPTS.filter((script) => !scripts.includes(script)).map(
        ({ name, packages }) => `${name}, without R’s ${packages.join(' and ')}`,
      ),
      ...scripts
        .filter(({ upTo }) => sizes.some((pairs) => pairs > upTo))
        .map(
          ({ name, upTo }) => `${name} above ${upTo.toLocaleString('en')} pairs, of which it takes minutes`,
        ),
    ],
  };
}
