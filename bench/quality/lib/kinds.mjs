// What a file is, going by its name: the language it is written in, and the kind of file that is.
const byEnding = {
  js: 'JavaScript',
  cjs: 'JavaScript',
  mjs: 'JavaScript',
  jsx: 'JavaScript',
  ts: 'TypeScript',
  tsx: 'TypeScript',
  py: 'Python',
  java: 'Java',
  kt: 'Kotlin',
  scala: 'Scala',
  groovy: 'Groovy',
  go: 'Go',
  rb: 'Ruby',
  erb: 'Ruby',
  rake: 'Ruby',
  php: 'PHP',
  phpt: 'PHP',
  inc: 'PHP',
  cs: 'C#',
  c: 'C',
  h: 'C',
  cc: 'C++',
  cpp: 'C++',
  hpp: 'C++',
  rs: 'Rust',
  swift: 'Swift',
  m: 'Objective-C',
  sh: 'Shell',
  bash: 'Shell',
  zsh: 'Shell',
  bats: 'Shell',
  ps1: 'PowerShell',
  psm1: 'PowerShell',
  pl: 'Perl',
  pm: 'Perl',
  t: 'Perl',
  erl: 'Erlang',
  ex: 'Elixir',
  exs: 'Elixir',
  lua: 'Lua',
  sql: 'SQL',
  yml: 'YAML',
  yaml: 'YAML',
  json: 'JSON',
  xml: 'XML',
  xsl: 'XML',
  properties: 'Properties',
  ini: 'INI',
  cfg: 'INI',
  conf: 'INI',
  cnf: 'INI',
  config: 'INI',
  toml: 'TOML',
  env: 'dotenv',
  tf: 'Terraform',
  tfvars: 'Terraform',
  hcl: 'Terraform',
  md: 'Markdown',
  markdown: 'Markdown',
  rst: 'reStructuredText',
  txt: 'Text',
  adoc: 'AsciiDoc',
  html: 'HTML',
  htm: 'HTML',
  ipynb: 'Notebook',
  dockerfile: 'Dockerfile',
  in: 'Template',
  j2: 'Template',
  tmpl: 'Template',
  example: 'INI',
  sample: 'INI',
  tcl: 'Tcl',
  bat: 'Batch',
  plist: 'XML',
  pem: 'PEM',
  key: 'PEM',
};
const kinds = {
  configuration: [
    'YAML',
    'JSON',
    'XML',
    'Properties',
    'INI',
    'TOML',
    'dotenv',
    'Terraform',
    'Dockerfile',
    'Template',
    'PEM',
  ],
  document: ['Markdown', 'reStructuredText', 'Text', 'AsciiDoc', 'HTML', 'Notebook'],
};

/** The language of a path, or nothing where it is none that the set looks at. */
export function languageOf(path) {
  const name = path.split('/').at(-1).toLowerCase();
  if (/^dockerfile|\.dockerfile$/.test(name)) return 'Dockerfile';
  if (/^\.env(?:\.|$)|\.env$/.test(name)) return 'dotenv';
  if (/^(?:\.npmrc|\.netrc|\.pypirc|\.my\.cnf|\.pgpass|\.htpasswd)$/.test(name)) return 'INI';
  if (/^(?:makefile|rakefile|gemfile|vagrantfile|jenkinsfile)$/.test(name)) return 'Shell';
  return byEnding[name.slice(name.lastIndexOf('.') + 1)];
}

const trial =
  /(?:^|[/._-])(?:tests?|specs?|__tests__|mocks?|fixtures?|testdata|testing|testsuite|cassettes?|samples?|examples?|demos?|t)(?:[/._-]|$)|(?:Test|Tests|Spec)\.\w+$/;

/** `test` for what is tried out, else `configuration`, `document` or `source`. */
export function fileKindOf(path) {
  if (trial.test(path)) return 'test';
  const language = languageOf(path);
  return Object.keys(kinds).find((kind) => kinds[kind].includes(language)) ?? 'source';
}
