import './jitless.ts';
import './empty-inner-html.ts';

// Loaded after the settings above: everything else makes schemas as it loads.
const { start } = await import('./start.tsx');
await start();
