import { overtakenAtAnyRequest } from './overtaken-at-any-request.ts';
import { LIFE } from './stories-of-life.ts';

overtakenAtAnyRequest(LIFE);
