// `node bench/bundle.mjs [MEGABYTES]`: a bundle on one line with a source map twice its size. Prints the time, the bytes a
// second (of a busy machine, what the processor was used for says more) and the most memory of a scan of both, without and with values of the project that are searched for.
// KEYSCAN_BIN names another program than the built one.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const megabyte = 1_000_000;
const size = Number(process.argv[2] ?? 30) * megabyte;
const program = process.env.KEYSCAN_BIN ?? fileURLToPath(new URL('../bin/keyscan.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyscan-bundle-'));

/** Code as minifiers leave it: never twice the same, so that nothing is saved by what is known already. */
function bundleOf(bytes) {
  const parts = [];
  for (let length = 0, index = 0; length < bytes; index++) {
    const name = randomBytes(3).toString('hex');
    const part = `function f${name}(t,n){var e=t.${name}||{},r="label-${index}";return n?{key:r,token:e.a${name},value:n+${index}}:f${name}(e,r)}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join(';').slice(0, bytes);
}

/** A map whose sources are what the bundle says, in many files, and whose mappings take as much again. */
function mapOf(code) {
  const sources = [];
  const contents = [];
  for (let at = 0; at < code.length; at += 20_000) {
    sources.push(`../src/module-${sources.length}.ts`);
    contents.push(code.slice(at, at + 20_000).replaceAll(';', ';\n'));
  }
  const mappings = 'AAAA,IAAK,CAAC,EAAE,MAAM,GAAG,KAAK'.repeat(Math.ceil(code.length / 32));
  return JSON.stringify({ version: 3, sources, names: [], sourcesContent: contents, mappings });
}

const code = bundleOf(size);
const map = mapOf(code);
mkdirSync(join(folder, 'dist/assets'), { recursive: true });
writeFileSync(join(folder, 'dist/assets/index-B1x2y3z4.js'), `${code}\n//# sourceMappingURL=index-B1x2y3z4.js.map\n`);
writeFileSync(join(folder, 'dist/assets/index-B1x2y3z4.js.map'), map);
writeFileSync(join(folder, '.env'), `ACME_LICENCE=${randomBytes(24).toString('base64url')}\n`);

const tellsMemory = `data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write("\\nused "+maxRSS+" "+(userCPUTime+systemCPUTime)+"\\n")})`;
const bytes = code.length + map.length;
try {
  for (const own of ['--no-own-secrets', '--own-secrets']) {
    const started = performance.now();
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', tellsMemory, program, 'dist', '--no-ignore', '--no-config', '-q', own],
      { cwd: folder, encoding: 'utf8' },
    );
    const seconds = (performance.now() - started) / 1000;
    const [, memory = 0, processor = 0] = /used (\d+) (\d+)/.exec(stderr) ?? [];
    const speed = (time) => `${time.toFixed(2)} s, ${(bytes / megabyte / time).toFixed(0)} MB/s`;
    console.log(
      `${own}: ${speed(seconds)} (of a processor: ${speed(processor / 1e6)}), ${(memory / 1024).toFixed(0)} MiB, exit code ${status}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
