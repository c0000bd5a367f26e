/** `npm start`: the demo page and the reference server together. */
import { createServer } from 'vite';

const vite = await createServer();
await vite.listen();
vite.printUrls();
