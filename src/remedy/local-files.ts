/**
 * Names of files that hold secrets by their nature and stay on one machine: the cure is to stop tracking them, not to
 * move a value out of them. Templates of such files are meant to be committed.
 */
const template = /(?:example|sample|template|tmpl|dist|defaults?|schema)/i;

const localNames: readonly RegExp[] = [
  /^\.env(?:\..+)?$/i,
  /^\.(?:dev\.vars|netrc|pgpass|my\.cnf|git-credentials|dockercfg|s3cfg|htpasswd|vault_pass|pypirc|boto)$/i,
  /^(?:_netrc|kubeconfig|master\.key|wp-config\.php|sftp-config\.json|filezilla\.xml)$/i,
  /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_.+)?$/i,
  /\.(?:pem|key|p12|pfx|ppk|kdbx|jks|keystore|ovpn|tfstate|tfvars|keychain|agekey)$/i,
  /\.tfstate\.backup$/i,
  /(?:service[-_]?account|firebase-adminsdk).*\.json$/i,
  /^\.(?:bash|zsh|psql|mysql|node_repl)_history$/i,
];

/** True for a path (`/` between its parts) whose file must stay out of a repository whatever it holds. */
export function staysLocal(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (template.test(name)) return false;
  return /(?:^|\/)\.aws\/credentials$/.test(path) || localNames.some((pattern) => pattern.test(name));
}
