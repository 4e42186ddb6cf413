/** As many centres as the network has, for `npm run test:chaos`; one's name begins like another's. */
const CENTRES = ['rouen', 'rouen-sud', ...Array.from({ length: 25 }, (_, place) => `centre-${place + 1}`)];

process.stdout.write(CENTRES.join(','));
