import './jitless.ts';

// Loaded after the setting above: everything else makes schemas as it loads.
const { start } = await import('./start.tsx');
await start();
