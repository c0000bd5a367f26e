/** The package as npm would install it, built into a scratch folder beside a consumer that depends on it. */
import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { CACHE, ROOT, fromRoot } from '../../scripts/paths.mjs';
import { built } from '../support/built.js';

const run = promisify(execFile);

const buildPackage = async (folder: string): Promise<void> => {
  for (const [mode, outDir] of [
    ['production', 'dist'],
    ['cdn', 'dist/cdn'],
  ] as const) {
    await build({
      root: ROOT,
      configFile: fromRoot('vite.config.ts'),
      logLevel: 'error',
      mode,
      build: { outDir: path.join(folder, outDir), emptyOutDir: true },
    });
  }
  for (const file of ['package.json', 'custom-elements.json'])
    await copyFile(fromRoot(file), path.join(folder, file));
};

export class BuiltPackage {
  private constructor(
    private readonly library: string,
    private readonly folder: string,
  ) {}

  static async make(): Promise<BuiltPackage> {
    const library = await built('package', buildPackage);
    const made = new BuiltPackage(library, await mkdtemp(path.join(CACHE, 'consumer-')));
    await made.fill().catch(async (error: unknown) => {
      await made.remove();
      throw error;
    });
    return made;
  }

  get cdn(): string {
    return path.join(this.library, 'dist', 'cdn', 'ocean-integrations.js');
  }

  private get consumer(): string {
    return path.join(this.folder, 'consumer');
  }

  private async fill(): Promise<void> {
    await mkdir(path.join(this.consumer, 'node_modules'), { recursive: true });
    // Else a bundler takes it for a part of this project, and resolves the package's name to what is built there, if anything is.
    await writeFile(
      path.join(this.consumer, 'package.json'),
      JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
    );
    await symlink(
      this.library,
      path.join(this.consumer, 'node_modules', 'ocean-integrations'),
      'junction',
    );
  }

  /** Runs a consumer's module in plain Node, and gives what it prints, its error included. */
  async inNode(module: string): Promise<string> {
    const script = `try { ${module} } catch (error) { console.log(String(error)); }`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: this.consumer,
    });
    return stdout.trim();
  }

  /** Runs the package's command as `npx` would, and gives its exit code and all that it prints. */
  async command(...args: string[]): Promise<{ code: number; output: string }> {
    const library = path.join(this.consumer, 'node_modules', 'ocean-integrations');
    const { bin } = JSON.parse(await readFile(path.join(library, 'package.json'), 'utf8')) as {
      bin: { 'ocean-integrations': string };
    };
    const file = path.join(library, bin['ocean-integrations']);
    const child = spawn(process.execPath, [file, ...args], { cwd: this.consumer });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const code = await new Promise<number>((resolve) => child.on('close', resolve));
    return { code, output };
  }

  /** Bundles a consumer's module for a page, unminified, and gives the code that the page would run. */
  async bundle(module: string): Promise<string> {
    const input = path.join(this.consumer, 'main.js');
    await writeFile(input, module);
    const result = await build({
      root: this.consumer,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input } },
    });
    const { output } = result as Rolldown.RolldownOutput;
    return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
