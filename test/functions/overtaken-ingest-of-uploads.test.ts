import { overtakenAtAnyRequest } from './overtaken-at-any-request.ts';
import { UPLOADS } from './stories-of-uploads.ts';

overtakenAtAnyRequest(UPLOADS);
