import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ImportProblem } from '../../shared/contract/standard.ts';
import { noClauseFound, packHasErrors } from '../../shared/errors/messages.ts';
import { resolved, textOf, type Command } from './command.ts';
import { openWorkspace } from './find-round.ts';
import { WrongUsage } from './outcome.ts';

const severities = { error: '错误', warning: '提醒' } as const;
const inWords = ({ severity, where, message }: ImportProblem): string =>
  `${severities[severity]}\t${where === '' ? '' : `${where}\t`}${message}`;

/** The only argument after the command's words. */
function onlyOne(files: readonly string[], what: string): string {
  const [first, ...more] = files;
  if (first === undefined || more.length > 0) throw new WrongUsage(`这个命令一次只要一个${what}`);
  return first;
}

export const standardCommands: readonly Command[] = [
  {
    words: ['standards', 'validate'],
    usage: 'standards validate 文件.yaml                    检查标准包，列出全部错误',
    needs: [],
    takes: [],
    files: true,
    async run({ call, backend, files }) {
      const file = path.resolve(onlyOne(files, '文件'));
      const problems = await call('standard.validate', { file: backend.grant(file) });
      return {
        text: problems.length === 0 ? '可以使用，没有错误。' : problems.join('\n'),
        json: { valid: problems.length === 0, problems },
        refusal: problems.length === 0 ? undefined : packHasErrors(path.basename(file), problems.length),
      };
    },
  },
  {
    words: ['import', 'standard'],
    usage:
      'import standard 文件 [--id 编号] [--workspace 文件夹] [--apply]     从 Excel、Word、CSV、YAML 读出标准；--apply 加入工作区',
    needs: [],
    takes: ['id', 'workspace', 'apply'],
    files: true,
    async run(context) {
      const { call, backend, values, files } = context;
      const file = path.resolve(onlyOne(files, '文件'));
      const apply = values.apply === true;
      if (apply && values.workspace === undefined) throw new WrongUsage('--apply 要与 --workspace 一起用');
      if (values.workspace !== undefined) await openWorkspace(context);
      const id = textOf(values.id);
      if (id.length > 60) throw new WrongUsage('--id 至多 60 个字符');
      if (id !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
        throw new WrongUsage('--id 只能由小写字母、数字和短横组成');
      }
      const imported = await call('standard.import', {
        file: backend.grant(file),
        apply,
        jobId: randomUUID(),
        ...(id === '' ? {} : { id }),
      });
      const { standard, problems, revision } = imported;
      const outcome = revision === undefined ? '已读出标准，没有写入。' : `已加入工作区的本院标准，第 ${revision} 版。`;
      const listed = problems.map(inWords);
      const json = { standard, problems, revision };
      if (!standard) return { text: listed.join('\n'), json, refusal: noClauseFound(path.basename(file)) };
      return { text: [...listed, outcome].join('\n'), json };
    },
  },
  {
    words: ['export', 'standard'],
    usage: 'export standard 标准编号 --out 文件.xlsx|.yaml [--workspace 文件夹]   把标准写成 Excel 模板或 YAML',
    needs: ['out'],
    takes: ['workspace'],
    files: true,
    async run(context) {
      const { call, backend, values, files } = context;
      const packId = onlyOne(files, '标准编号');
      const out = resolved(values.out);
      if (!/\.(?:xlsx|ya?ml)$/i.test(out)) throw new WrongUsage('--out 的文件名要以 .xlsx 或 .yaml 结尾');
      if (values.workspace !== undefined) await openWorkspace(context);
      const { bytes } = await call('standard.export', { packId, output: backend.grant(out), jobId: randomUUID() });
      return { text: `已导出：${out}`, json: { out, bytes } };
    },
  },
];
