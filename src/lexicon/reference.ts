import { isWordLike, splitWords } from './words.ts';

/**
 * True where a text names where the value comes from instead of being it: a variable, a template, a secret store, a call.
 * @param text the value as it stands in the source
 */
export function isReference(text: string): boolean {
  return references.some((reference) => reference.test(text)) || holdsVariable(text);
}

/**
 * True where a variable of a shell, of PHP or of Perl stands within a text: `app:$password`, `$user-1`. A dollar sign in
 * the middle of a password has letters behind it, too; those are no word.
 */
function holdsVariable(text: string): boolean {
  for (const { 1: name = '', index } of text.matchAll(/\$([A-Za-z_]\w*)(?=\W|$)/g)) {
    if (index === 0 || /[\s:/@=,;'"-]/.test(text[index - 1] as string)) return true;
    if (/^[A-Z_]{3,}$/.test(name) || splitWords(name).some((word) => word.length >= 4 && isWordLike(word))) return true;
  }
  return false;
}

const references = [
  /\$\{[^}]*\}?/, // ${VAR}, ${{ secrets.X }}, ${var.x}
  /\{\{/, // {{ x }}
  /^\$\(?[A-Za-z_][\w.:\]['"-]*\)?$/, // $VAR, $(VAR), $env:X, $config['x']
  /\$\([^)]*\)?/, // $(command)
  /^%[A-Za-z_]\w*%$/, // %VAR%
  /^%\(?[\w.]*\)?[sdr@]$/, // %s, %(name)s
  /^\{[\w.[\]:'"!-]*\}$/, // {name}
  /^#\{.*\}$/, // Ruby and Spring
  /^@[\w.]*[{(]/, // @Value(, @{x}
  /^#?\/?(?:process\.env|os\.environ|ENV|System\.getenv|getenv|import\.meta\.env|Deno\.env|Bun\.env|env)\b[.[(]/,
  /^(?:self|this|config|settings|options|opts|args|params|props|secrets|vars?|local|data|env|module|req|request|ctx|context|user|account|credentials?|each|item|values?)(?:\??\.|\[|->|::)\w/i,
  /^[A-Za-z_][\w.:>-]*\(.*\)?;?$/s, // call()
  /^!(?:Ref|Sub|GetAtt|ImportValue|secret|vault|env|reference|include|Join|FindInMap)\b/,
  /^(?:arn:|op:\/\/|vault:|awssm:|gcpsm:|ssm:|secretsmanager:|keychain:|keyring:|env:|file:|ref\+|doppler:|bws:|azurekeyvault:|projects\/[^/]+\/secrets\/)/i,
  /^(?:pkcs11:|urn:|hash:\/\/|tpm2?:)\S/i, // a key in a token or a store, by its address
  /^@Microsoft\.KeyVault\(/,
  /^\/(?:run|var|etc|home|usr|opt|mnt|tmp|vault|secrets?)\//, // /run/secrets/x
  /^\.{0,2}\/[\w./-]+$/, // a path
  /^<%.*%>?$/, // <%= x %>
  /^\[\[.*\]\]$/,
  /^__\w+__$/, // __TOKEN__
];

/** True where a value is encrypted on purpose: SOPS, dotenvx, Ansible, Jasypt, sealed, Laravel, Rails. */
export const isEncrypted = (text: string): boolean =>
  /^(?:ENC\[|ENC\(|encrypted:|\$ANSIBLE_VAULT|AQICAH|vault:v\d+:|eyJpdiI6|\{cipher\}|AgA|\{AES\}|pass:\w+\/|age-encryption\.org|kms:|crypt:)/.test(
    text,
  );
