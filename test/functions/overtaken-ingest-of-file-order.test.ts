import { overtakenAtAnyRequest } from './overtaken-at-any-request.ts';
import { FILE_ORDER } from './stories-of-file-order.ts';

overtakenAtAnyRequest(FILE_ORDER);
