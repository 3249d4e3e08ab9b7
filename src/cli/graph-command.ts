import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { type AppFacts, clientEdges, describeApps, describeModule, type ModuleFacts } from '../exposure/index.ts';
import { exposureLabels } from '../report/text/labels.ts';
import { openProject } from '../sources/project.ts';
import { isWithin } from '../sources/repository.ts';
import { scanTop } from '../sources/roots.ts';
import { visible } from '../text/index.ts';
import type { CommandLine } from './command-line.ts';
import type { Streams } from './streams.ts';

/**
 * Where a module runs and why; without one, which applications there are and what they start from.
 * @returns the text to print
 * @throws UsageError where there is no such file in the project, SourceError
 */
export async function graphCommand(
  { file, format }: Extract<CommandLine, { command: 'graph' }>,
  streams: Streams,
): Promise<string> {
  const cwd = realpathSync.native(streams.cwd);
  const absolute = file === undefined ? cwd : realPath(resolve(cwd, file), file);
  const here = scanTop([], cwd).top;
  const top = isWithin(absolute, here) ? here : scanTop([absolute], cwd).top;
  const project = await openProject(top, cwd, new AbortController().signal);
  if (format === 'dot') return dotText(clientEdges(project), project.shown);
  if (file === undefined) {
    const apps = describeApps(project);
    return format === 'json' ? `${JSON.stringify(apps, null, 2)}\n` : appsText(apps);
  }
  const path = absolute.slice(top.length).replaceAll('\\', '/').replace(/^\//, '');
  const facts = describeModule(path, project);
  if (!facts) throw new UsageError(`graph: ${file} is no file of the project, or is ignored`);
  return format === 'json' ? `${JSON.stringify(facts, null, 2)}\n` : moduleText(facts);
}

function realPath(path: string, given: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    throw new UsageError(`graph: there is no file ${given}`);
  }
}

function moduleText({ path, exposure: { kind, way, reason }, runs }: ModuleFacts): string {
  const lines = [`${visible(path)}: ${exposureLabels[kind] ?? 'unknown'}`, `  ${visible(reason)}`];
  if (way.length > 0) lines.push(`  ${way.map((step) => `${visible(step.file)}:${step.line}`).join(' → ')}`);
  for (const { framework, folder, boundary, client, server, packed } of runs) {
    const by = [
      client ? 'code for browsers' : '',
      server ? 'code of the server' : '',
      packed ? 'code that is packed' : '',
    ].filter((each) => each !== '');
    const led = by.length > 0 ? `imported by ${by.join(' and ')}` : 'imported by nothing it starts from';
    lines.push(
      `  ${framework} in ${folder === '' ? '.' : visible(folder)}: ${led}${boundary ? `; a boundary: ${boundary}` : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function appsText(apps: readonly AppFacts[]): string {
  if (apps.length === 0) return 'No framework that keyscan knows.\n';
  return apps
    .map(({ framework, folder, client, server, publicFolders, prefixes }) =>
      [
        `${framework} in ${folder === '' ? '.' : visible(folder)}`,
        ...client.map(({ path, why }) => `  client: ${visible(path)} (${why})`),
        ...server.map(({ path, why }) => `  server: ${visible(path)} (${why})`),
        ...(publicFolders.length > 0 ? [`  served as they are: ${publicFolders.map(visible).join(', ')}`] : []),
        ...(prefixes.length > 0
          ? [
              `  variables in client code: ${prefixes.map((prefix) => (prefix === '' ? 'any' : `${prefix}*`)).join(', ')}`,
            ]
          : []),
      ].join('\n'),
    )
    .join('\n')
    .concat('\n');
}

/** A graph for Graphviz. */
function dotText(edges: ReturnType<typeof clientEdges>, shown: ((path: string) => string) | undefined): string {
  const name = (path: string): string => JSON.stringify(visible(shown?.(path) ?? path));
  return `digraph client {\n${edges.map(({ from, to }) => `  ${name(from)} -> ${name(to)};\n`).join('')}}\n`;
}
