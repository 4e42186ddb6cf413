import type { CentreRow } from '#shared/study/study.ts';
import { allEqual } from './all-equal.ts';
import { clustered } from './clustered.ts';
import { exclusions } from './exclusions.ts';
import { allZeros, onePair, onePatient, twoPatients } from './few-patients.ts';
import { followUps } from './follow-ups.ts';
import { followedByTwo } from './followed-by-two.ts';
import { listed } from './listed.ts';
import { listedByTwo, listedOfFew } from './listed-by-two.ts';
import { readers } from './readers.ts';
import { responses } from './responses.ts';
import { smallCentres } from './small-centres.ts';

/** The cohorts that are made for the edges, by the name of their folder. */
export const MADE_COHORTS: Readonly<Record<string, () => readonly CentreRow[]>> = {
  'all-equal': allEqual,
  'all-zeros': allZeros,
  clustered,
  exclusions,
  'follow-ups': followUps,
  'followed-by-two': followedByTwo,
  listed,
  'listed-by-two': listedByTwo,
  'listed-of-few': listedOfFew,
  'one-pair': onePair,
  'one-patient': onePatient,
  readers,
  responses,
  'small-centres': smallCentres,
  'two-patients': twoPatients,
};
