import { interruptedAtEveryRequest } from './interrupted-at-every-request.ts';
import { LIFE } from './stories-of-life.ts';

interruptedAtEveryRequest(LIFE);
