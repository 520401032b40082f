import '../../../src/renderer/jitless.ts';
import '../../../src/renderer/empty-inner-html.ts';

const [{ createBridgeDouble }, { makeHandlers }] = await Promise.all([
  import('../bridge.ts'),
  import('./handlers.ts'),
]);
const double: ReturnType<typeof createBridgeDouble> = createBridgeDouble(
  makeHandlers(() => double),
);
Object.assign(window, { steadyState: double });
const { start } = await import('../../../src/renderer/start.tsx');
await start();
