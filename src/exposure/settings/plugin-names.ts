import type { Setting } from '../../syntax/outline/index.ts';

/** The programs of plugins and themes that a configuration of Docusaurus names, as written. */
export function* pluginNames(entries: Iterable<{ readonly key?: string; readonly value: Setting }>): Generator<string> {
  for (const { key = '', value } of entries)
    if (/^(?:plugins|themes|presets)$/.test(key) && value.kind === 'list')
      for (const item of value.items) yield* nameOf(item.kind === 'list' ? item.items[0] : item);
}

function* nameOf(item: Setting | undefined): Generator<string> {
  if (item?.kind === 'text') yield item.text;
  else if (item?.kind === 'call') for (const each of item.given) yield* nameOf(each);
}
