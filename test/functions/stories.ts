import { FILE_ORDER } from './stories-of-file-order.ts';
import { LIFE } from './stories-of-life.ts';
import { UPLOADS } from './stories-of-uploads.ts';
import type { Story } from './story.ts';

export const STORIES: Readonly<Record<string, Story>> = { ...UPLOADS, ...LIFE, ...FILE_ORDER };
