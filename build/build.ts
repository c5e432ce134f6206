import { buildAnew } from './application.ts';
import { runScript } from './say.ts';

await runScript(buildAnew);
