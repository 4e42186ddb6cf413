import { limitHeapGrowth } from '#functions/heap-growth.ts';

/* Holds 320 MB while it lets go of another 3 GB, and prints how many megabytes the heap had at most. */

const megabyte = () => new Array<number>(2 ** 17).fill(0.5);

limitHeapGrowth();
const held = Array.from({ length: 300 }, megabyte);
const last = Array.from({ length: 20 }, megabyte);
let most = 0;
for (let made = 0; made < 3000; made += 1) {
  last[made % last.length] = megabyte();
  most = Math.max(most, process.memoryUsage().heapUsed);
}
process.stdout.write(JSON.stringify({ held: held.length + last.length, most: most / 2 ** 20 }));
