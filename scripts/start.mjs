// `npm start`: all set-up, then the application. See scripts/start-app.ts.
import { runMain, runOnProjectNode } from './lib/set-up.mjs';

runMain(() => runOnProjectNode('scripts/start-app.ts', process.argv.slice(2)));
