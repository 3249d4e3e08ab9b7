import type { Judgement } from '../src/model/index.ts';
import { definePathRule, held, leakBetween } from '../src/rule-kit/index.ts';

/** The list of sources of a map; in the texts it carries the quotes are escaped. */
const sourceLists = /(?<!\\)"sources"\s{0,4}:\s{0,4}\[((?:"(?:[^"\\]|\\.){0,1000}"|[\s,]|null)*)/g;
/** Texts are carried: names alone tell nobody anything. */
const carries = /(?<!\\)"sourcesContent"\s{0,4}:/;

/** What frameworks keep out of browsers by its name, and files that hold nothing but settings. */
const serverOnly =
  /\.server\.[cm]?[jt]sx?$|(?:^|\/)(?:pages\/api|lib\/server|src\/server|server\/(?:api|routes|middleware|db|plugins))\/|(?:^|\/)app\/(?:.{0,500}\/)?route\.[jt]s$|(?:^|\/)(?:hooks|\+(?:page|layout)|\+server)\.server\.[jt]s$|(?:^|\/)\+server\.[jt]s$/;
const settings = /(?:^|\/)(?:\.env(?!\.(?:example|sample|template))(?:\.[\w.-]{1,60})?|\.dev\.vars)$/;

const mostNames = 4;
/** A name without what bundlers put behind it. */
const withoutQuery = (source: string): string => source.split(/[?#]/, 1)[0] ?? source;

function textsOf(json: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Names, by the map itself, the files it carries that no browser is meant to get. */
function judge({ text }: { readonly text: string }): Judgement {
  if (!carries.test(text)) return held('not-a-value', 'it carries no sources');
  const sources = new Set<string>();
  for (const [, list = ''] of text.matchAll(sourceLists))
    for (const source of textsOf(`[${list}]`)) sources.add(withoutQuery(source));
  const found = [...sources].filter(
    (source) => !source.includes('/node_modules/') && (serverOnly.test(source) || settings.test(source)),
  );
  if (found.length === 0) return held('not-a-value', 'its sources are what browsers get anyway');
  const shown = found.slice(0, mostNames).join(', ');
  const more = found.length > mostNames ? ` and ${found.length - mostNames} more` : '';
  return {
    kind: 'plausible',
    evidence: [{ text: `it carries ${shown}${more}`, weight: 0 }],
    ...(found.some((source) => settings.test(source)) ? { severity: 'high' } : {}),
  };
}

const mapOf = (source: string, text: string): string =>
  JSON.stringify({ version: 3, sources: [source], sourcesContent: [text], names: [], mappings: 'AAAA' });
const clientMap = 'dist/assets/index-B1x2y3z4.js.map';

export const sourceMap = [
  definePathRule({
    id: 'source-map-server-source',
    title: 'Source map with files of the server',
    severity: 'medium',
    description:
      'Everyone who loads the page can read code or settings of the server, comments and literals included, in the map beside its script.',
    remediation:
      'Build without source maps for browsers or upload them to the error tracker and delete them, and find out why the server file is part of the client build.',
    references: ['https://developer.mozilla.org/en-US/docs/Glossary/Source_map'],
    // Folders and names that bundlers give to what browsers load; the server's halves have maps of their own.
    paths:
      /^(?!(?:.*\/)?(?:server|ssr|functions|node_modules|cache)\/)(?:.*\/)?(?:(?:static|assets|chunks|public|client|browser|www|js|_nuxt|_app|_astro)\/(?:[^/]+\/){0,20}[^/]+|(?:index|main|app|vendors?|runtime|chunk|framework)[-.][\w-]{6,12}|[^/]+\.(?:bundle|chunk|min))\.(?:m?js|css)\.map$/,
    when: ['tracked', 'staged', 'untracked', 'ignored', 'none'],
    judge,
    examples: () => ({
      leaks: [
        leakBetween('', mapOf('../../src/lib/server/db.ts', 'export const db = 1;'), '', clientMap),
        leakBetween(
          '',
          mapOf('webpack://app/./.env.production?1a2b', 'A=1'),
          '',
          'build/static/js/main.0a1b2c3d.js.map',
        ),
      ],
      clean: [
        { path: clientMap, text: mapOf('../../src/lib/api/client.ts', 'export const get = 1;') },
        {
          path: 'dist/server/assets/index-B1x2y3z4.js.map',
          text: mapOf('src/lib/server/db.ts', 'export const db = 1;'),
        },
        { path: clientMap, text: JSON.stringify({ version: 3, sources: ['src/server/db.ts'], mappings: 'AAAA' }) },
      ],
    }),
  }),
];
