import { interruptedAtEveryRequest } from './interrupted-at-every-request.ts';
import { FILE_ORDER } from './stories-of-file-order.ts';

interruptedAtEveryRequest(FILE_ORDER);
