/** `npm run build`: the modules of the package, their declarations, and the CDN module, into dist/. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ROOT, fromRoot } from './paths.mjs';

const node = (script, ...args) =>
  execFileSync(process.execPath, [fromRoot('node_modules', ...script.split('/')), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });

try {
  // Else the checks of a build that failed would look at the one before.
  rmSync(fromRoot('dist'), { recursive: true, force: true });
  node('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  node('typescript/bin/tsc', '-p', 'scripts/tsconfig.build.json');
  node('vite/bin/vite.js', 'build', '--mode', 'cdn', '--logLevel', 'warn');
} catch {
  process.exitCode = 1; // the tool has said why
}
