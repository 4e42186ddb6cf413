import { interruptedAtEveryRequest } from './interrupted-at-every-request.ts';
import { UPLOADS } from './stories-of-uploads.ts';

interruptedAtEveryRequest(UPLOADS);
