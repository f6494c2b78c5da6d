import { parseArgs } from 'node:util';
import { WrongUsage } from './outcome.ts';

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  workspace: { type: 'string' },
  institution: { type: 'string' },
  type: { type: 'string' },
  standard: { type: 'string' },
  target: { type: 'string' },
  title: { type: 'string' },
  round: { type: 'string' },
  from: { type: 'string' },
  clause: { type: 'string' },
  out: { type: 'string' },
  id: { type: 'string' },
  apply: { type: 'boolean' },
  'skip-missing': { type: 'boolean' },
} as const;

const isKnown = (name: string): name is keyof typeof options => Object.hasOwn(options, name);

/** An option without content means the usual title; any other was left out by mistake. */
const mayBeEmpty: keyof typeof options = 'title';

/** @throws {WrongUsage} naming only what is wrong */
export function parseOptions(args: readonly string[]) {
  // Node's own strict reading says what is wrong in English, and not of which option.
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const used = tokens.filter((token) => token.kind === 'option');
  const unknown = [...new Set(used.filter(({ name }) => !isKnown(name)).map(({ rawName }) => rawName))];
  if (unknown.length > 0) throw new WrongUsage(`有不认识的选项：${unknown.join(' ')}`);
  for (const { name, rawName, value, inlineValue } of used) {
    if (!isKnown(name)) continue;
    if (options[name].type === 'boolean') {
      if (value !== undefined) throw new WrongUsage(`选项 ${rawName} 后面不带内容，请去掉“=${value}”`);
    } else if (value === undefined || (value === '' && name !== mayBeEmpty)) {
      throw new WrongUsage(`选项 ${rawName} 后面缺少内容`);
    } else if (value.startsWith('-') && !inlineValue) {
      throw new WrongUsage(
        `选项 ${rawName} 后面缺少内容，紧跟着的是 ${value}（内容真以“-”开头时，请写成 ${rawName}=${value}）`,
      );
    }
  }
  return parseArgs({ args: [...args], options, allowPositionals: true });
}
