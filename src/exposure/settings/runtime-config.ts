import { balancedEnd, configText } from '../frameworks/kit.ts';
import { listed } from '../frameworks/nuxt-names.ts';
import type { App } from '../shape.ts';
import { under } from '../tree.ts';
import { layersOf } from './layers.ts';

const prefix = 'NUXT_PUBLIC_';

/** `mapStyle` as variables write it. */
const written = (key: string): string => key.replace(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase();

/**
 * Whether a variable sets a key of `runtimeConfig.public`. Nuxt takes in only those that its configuration declares; modules
 * declare more, which are told by their names. Source: Nuxt's documentation on runtime config.
 * @param name as in `NUXT_PUBLIC_MAP_STYLE`
 */
export function setsRuntimeConfig(name: string, app: App): boolean {
  const own = name.slice(prefix.length);
  const [word = ''] = own.split('_');
  if (app.tree.below(under(app.folder, 'modules')).length > 0) return true;
  const texts = [app.folder, ...layersOf(app)].map((folder) => configText({ ...app, folder }, 'nuxt.config'));
  return texts.some((text) => {
    const section = publicSection(text);
    return (
      section === undefined ||
      section.includes('...') ||
      [...section.matchAll(/(?<![\w$.])['"`]?([A-Za-z_$][\w$]*)['"`]?\s*[:,}]/g)].some(
        ([, key = '']) => own === written(key) || own.startsWith(`${written(key)}_`),
      ) ||
      listed(text, 'modules').some((module) => module.toUpperCase().includes(word) || module.startsWith('modules/'))
    );
  });
}

/** What a configuration declares for browsers; nothing where that cannot be told. */
function publicSection(text: string): string | undefined {
  const at = /\bruntimeConfig\b\s*(:?)\s*(\{?)/.exec(text);
  if (!at) return '';
  if (at[2] === '') return undefined;
  const start = at.index + at[0].length - 1;
  const config = text.slice(start, balancedEnd(text, start));
  const open = /\bpublic\b\s*(:?)\s*(\{?)/.exec(config);
  if (!open) return config.includes('...') ? undefined : '';
  if (open[2] === '') return undefined;
  const from = open.index + open[0].length - 1;
  return config.slice(from, balancedEnd(config, from));
}
