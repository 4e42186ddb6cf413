import { API, ROLES } from '#shared/desk/api.ts';
import { DeskRefusal } from './refusal.ts';
import type { Asked, AskedByCentre, Route } from './route.ts';
import { file, withdraw } from './routes/file.ts';
import { files } from './routes/files.ts';
import { freeze } from './routes/freeze.ts';
import { latest } from './routes/latest.ts';
import { annotated, report } from './routes/report.ts';
import { resultDifference, results } from './routes/results.ts';
import { session } from './routes/session.ts';
import { study } from './routes/study.ts';
import { uploads } from './routes/uploads.ts';

type Place = Pick<Route, 'method' | 'path'>;

const forAll = (place: Place, answer: Route['answer']): Route => ({ ...place, roles: ROLES, answer });
const forCoordinators = (place: Place, answer: Route['answer']): Route => ({
  ...place,
  roles: ['coordinator'],
  answer,
});
const forCentres = (place: Place, answer: (asked: AskedByCentre) => Promise<unknown>): Route => ({
  ...place,
  roles: ['centre'],
  answer: (asked: Asked) => {
    const { centre } = asked.invitation;
    if (centre === null) throw new DeskRefusal('not_for_this_link');
    return answer({ ...asked, centre });
  },
});

/** Every method of every address of the API, and whose link may use it. */
export const ROUTES: readonly Route[] = [
  forAll({ method: 'GET', path: API.session }, session),
  forAll({ method: 'GET', path: API.latest }, latest),
  forCentres({ method: 'GET', path: API.files }, files),
  forCentres({ method: 'GET', path: API.file }, file),
  forCentres({ method: 'DELETE', path: API.file }, withdraw),
  forCentres({ method: 'POST', path: API.uploads }, uploads),
  forCentres({ method: 'GET', path: API.report }, report),
  forCentres({ method: 'GET', path: API.annotated }, annotated),
  forCoordinators({ method: 'GET', path: API.study }, study),
  forCoordinators({ method: 'GET', path: API.results }, results),
  forCoordinators({ method: 'GET', path: API.difference }, resultDifference),
  forCoordinators({ method: 'POST', path: API.freeze }, freeze),
];
