import type { Tree } from '../tree.ts';

const isView = /\.(?:ejs|pug|jade|hbs|handlebars|njk|nunjucks|liquid|eta|mustache|html|twig)$/;
/** Templates that others take in. */
const isShared =
  /(?:^|\/)(?:_?partials?|_?includes?|_?layouts?|_?components?|shared)\/|(?:^|\/)(?:layout|base|main|default|header|footer|head|nav)\.\w+$/;
const mostTexts = 60;
const words = /(?<![\w$.])[A-Za-z_$][\w$]{0,60}(?:\.[A-Za-z_$][\w$]{0,60}){0,5}/g;
/** What templates compute: `<%= x %>`, `{{ x }}`, `{% for x in y %}`, `#{x}`. */
const computed = /<%[=-]?[^%]{0,400}%>|\{\{[^{}]{0,400}\}\}|\{%[^%]{0,400}%\}|[#!]\{[^}\n]{1,200}\}/g;

/** Lists that a template goes through, with the name of an element: `for (const x of list)`, `list.forEach((x) =>`. */
const loops = [
  /\bfor\s{1,9}\(\s{0,9}(?:const|let|var)\s{1,9}(?<item>\w{1,60})\s{1,9}(?:of|in)\s{1,9}(?<list>[\w.]{1,120})/g,
  /(?<![\w.])(?<list>[\w.]{1,120})\.(?:forEach|map)\(\s{0,9}(?:function\s{0,9}\(|\(?)(?<item>\w{1,60})/g,
  /\{%-?\s{0,9}for\s{1,9}(?<item>\w{1,60})\s{1,9}in\s{1,9}(?<list>[\w.]{1,120})/g,
  /\beach\s{1,9}(?<item>\w{1,60})\s{1,9}in\s{1,9}(?<list>[\w.]{1,120})/gm,
  /\{\{#each\s{1,9}(?<list>[\w.]{1,120})\}\}/g,
];

/**
 * What a template, with those that it may take in, shows of what it is given: the members read, one of the other.
 * @param view its name as code says it: `index`, `users/show`
 */
export function shownMembers(view: string, tree: Tree): readonly (readonly string[])[] {
  const name = view.replace(/^\.?\//, '');
  const all = tree.files.filter((path) => isView.test(path) && !path.includes('node_modules/'));
  const own = all.filter((path) => path.endsWith(`/${name}`) || path.replace(/\.\w+$/, '').endsWith(`/${name}`));
  if (own.length === 0) return [];
  const paths = [...own, ...all.filter((path) => isShared.test(path))].slice(0, mostTexts);
  const found = new Set<string>();
  for (const path of paths) {
    const text = tree.read(path) ?? '';
    const headless = loops.reduce(
      (rest, loop) => rest.replace(loop, (head) => (head.startsWith('{%') ? '{%' : '')),
      text,
    );
    const parts = /\.(?:pug|jade)$/.test(path) ? [headless] : [...headless.matchAll(computed)].map(([part]) => part);
    const own = new Set(parts.flatMap((part) => [...part.matchAll(words)].map(([word]) => word)));
    for (const loop of loops)
      for (const { groups: { item, list = '' } = {} } of text.matchAll(loop))
        for (const word of [...own])
          if (item === undefined) own.add(`${list}.*.${word.replace(/^this\./, '')}`);
          else if (word === item || word.startsWith(`${item}.`)) own.add(`${list}.*${word.slice(item.length)}`);
    for (const word of own) found.add(word);
  }
  return [...found].map((word) => word.split('.'));
}
