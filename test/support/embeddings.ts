import type { Subject } from './subject.ts';

/** One way in which a value stands in a file. */
export interface Embedding {
  readonly path: string;
  /** The file with the value in it. `hint` is what must stand near it for the rule to know whose it is. */
  readonly write: (subject: Subject) => string;
  /** How the format writes a part of a value: what is found is the secret written so. */
  readonly written: (part: string, value: string) => string;
  /** Whether such a value can stand there at all. Default: any. */
  readonly takes?: (subject: Subject) => boolean;
}

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
const inShell = (value: string): string => value.replaceAll("'", `'\\''`);
const inSource = (value: string): string => value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n');
const inTemplate = (value: string): string => value.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\n', '\\n');
const inVariable = (part: string, value: string): string =>
  quotedWhereNeeded(value).startsWith('"') ? inJson(part) : part;
const isAddress = (value: string): boolean => /^[a-z]+:\/\//.test(value);
/** What a query may not hold by RFC 3986, and `&`, which ends a value. An address, or what is percent-encoded, stays. */
const inQuery = (part: string, value = part): string =>
  isAddress(value) || /%[0-9A-F]{2}/.test(value) ? part : part.replace(/[^\w.~!$'()*+,;:@/?=-]/g, encodeURIComponent);
const variable = (name: string): string => name.replace(/\W/g, '_');
const quotedWhereNeeded = (value: string): string => {
  if (!/[\s"'\\#$]/.test(value)) return value;
  return /['\n]/.test(value) ? JSON.stringify(value) : `'${value}'`;
};
const comment = (mark: string, hint: string | undefined): string =>
  hint === undefined ? '' : `${mark} ${hint.replaceAll('\n', ' ')}\n`;

/** The files of every kind that a secret leaks in. What a rule's `examples.notIn` names is left out for it. */
export const embeddings = {
  dotenv: {
    path: 'deploy/production.env',
    written: inVariable,
    write: ({ name, value, hint }) =>
      `NODE_ENV=production\n${comment('#', hint)}${variable(name)}=${quotedWhereNeeded(value)}\nPORT=8080\n`,
  },
  json: {
    path: 'config/settings.json',
    written: inJson,
    write: ({ name, value, hint }) =>
      `${JSON.stringify({ port: 8080, ...(hint === undefined ? {} : { service: hint }), [name]: value, debug: false }, null, 2)}\n`,
  },
  yaml: {
    path: 'config/settings.yaml',
    written: inJson,
    write: ({ name, value, hint }) =>
      `server:\n  port: 8080\n${comment('  #', hint)}  ${name}: ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}\n  debug: false\n`,
  },
  toml: {
    path: 'config/settings.toml',
    written: inJson,
    write: ({ name, value, hint }) =>
      `[server]\nport = 8080\n${comment('#', hint)}${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)} = ${JSON.stringify(value)}\n`,
  },
  shell: {
    path: 'bin/deploy.sh',
    written: inShell,
    write: ({ name, value, hint }) =>
      `#!/bin/sh\nset -e\n${comment('#', hint)}export ${variable(name)}='${inShell(value)}'\nexec ./serve "$@"\n`,
  },
  typescript: {
    path: 'src/client.ts',
    written: inSource,
    write: ({ name, value, hint }) =>
      `import { connect } from './connect.ts';\n\n${comment('//', hint)}export const client = connect({\n  retries: 3,\n  '${name}': '${inSource(value)}',\n});\n`,
  },
  template: {
    path: 'src/settings.ts',
    written: inTemplate,
    write: ({ name, value, hint }) =>
      `${comment('//', hint)}const ${variable(name)} = \`${inTemplate(value)}\`;\nexport default ${variable(name)};\n`,
  },
  bundle: {
    path: 'dist/assets/index-B4sOk2Xe.js',
    written: inJson,
    write: ({ name, value, hint }) =>
      `var e=Object.defineProperty,t=(n,r)=>{for(var o in r)e(n,o,{get:r[o],enumerable:!0})};${hint === undefined ? '' : `a(${JSON.stringify(hint)});`}const s={retries:3,${JSON.stringify(name)}:${JSON.stringify(value)},debug:!1};export{s as default};`,
  },
  url: {
    path: 'notes/links.txt',
    written: inQuery,
    write: ({ name, value, hint }) =>
      `${comment('', hint)}see ${isAddress(value) ? value : `https://api.server.internal/v1/items?page=2&${variable(name)}=${inQuery(value)}&limit=10`} for more\n`,
    // An address has no blanks or quotes: phrases, headers, commands and code stand in none.
    takes: ({ value }) => !/[\s"'`]/.test(value),
  },
  dockerfile: {
    path: 'Dockerfile',
    written: inVariable,
    write: ({ name, value, hint }) =>
      `FROM node:20\n${comment('#', hint)}ENV ${variable(name)}=${quotedWhereNeeded(value)}\nCMD ["node", "server.js"]\n`,
  },
  markdown: {
    path: 'guide/setup.md',
    written: inJson,
    write: ({ name, value, hint }) =>
      `# Setup\n\nSet these before the first start${hint === undefined ? '' : ` (${hint.replaceAll('\n', ' ')})`}:\n\n\`\`\`yaml\n${name}: ${JSON.stringify(value)}\n\`\`\`\n`,
  },
} satisfies Record<string, Embedding>;

export type EmbeddingName = keyof typeof embeddings;

/** Ways of storing a whole file; the law tries them on the examples as they are. */
export const storages = {
  crlf: (text: string): Buffer => Buffer.from(`first line\r\n${text.replace(/\r?\n/g, '\r\n')}\r\nlast line\r\n`),
  'utf-16le': (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
} satisfies Record<string, (text: string) => Buffer>;

/** What `examples.notIn` may name: an embedding, a way of storing, or `values` for all embeddings. */
export const leftOut: ReadonlySet<string> = new Set([...Object.keys(embeddings), ...Object.keys(storages), 'values']);
