import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { institutionTypes } from '../../shared/domain/institution.ts';
import { folderNotEmpty, noRound } from '../../shared/errors/messages.ts';
import { confidenceLabels } from '../../shared/text/labels.ts';
import { resolved, textOf, type Command, type Context } from './command.ts';
import { findClause, openRound, openWorkspace } from './find-round.ts';
import { refuse, WrongUsage } from './outcome.ts';
import { standardCommands } from './standard-commands.ts';
import { targetsCommand, verdictCommand } from './verdict-commands.ts';

export const commands: readonly Command[] = [
  {
    words: ['standards'],
    usage: 'standards                                   列出内置标准',
    needs: [],
    takes: [],
    files: false,
    async run({ call }) {
      const standards = await call('standard.list', {});
      const lines = standards.map((standard) => {
        const targets = standard.targets.map((target) => `${target.label}(${target.id})`).join('、');
        return `${standard.id}\t${standard.title}\t${confidenceLabels[standard.confidence]}\t${targets}`;
      });
      const json = standards.map(({ id, title, programme, edition, confidence, clauses, targets }) => ({
        id,
        title,
        programme,
        edition,
        confidence,
        clauses,
        targets: targets.map((target) => ({ id: target.id, label: target.label })),
      }));
      return { text: lines.join('\n'), json };
    },
  },
  {
    words: ['init'],
    usage: 'init --workspace 文件夹 --institution 名称 --type 类型    新建工作区',
    needs: ['workspace', 'institution', 'type'],
    takes: [],
    files: false,
    async run({ call, backend, values }) {
      const type = institutionTypes.find((known) => known === values.type);
      if (!type) throw new WrongUsage(`--type 应为以下之一：${institutionTypes.join('、')}`);
      const folder = backend.grant(resolved(values.workspace));
      const state = await call('workspace.create', { folder, institution: textOf(values.institution), type });
      const { workspace } = state;
      return {
        text: `已新建工作区：${workspace?.institution}（${workspace?.folder}）`,
        json: { id: workspace?.id, institution: workspace?.institution, type, folder: workspace?.folder },
      };
    },
  },
  {
    words: ['round', 'new'],
    usage: 'round new --workspace 文件夹 --standard 标准 --target 目标 [--title 名称]   建立轮次，输出轮次编号',
    needs: ['workspace', 'standard', 'target'],
    takes: ['title'],
    files: false,
    async run(context) {
      const { call, values } = context;
      await openWorkspace(context);
      const round = await call('round.create', {
        packId: textOf(values.standard),
        targetId: textOf(values.target),
        title: textOf(values.title),
      });
      return {
        text: round.id,
        json: { id: round.id, title: round.title, standard: round.standardTitle, target: values.target },
      };
    },
  },
  {
    words: ['score'],
    usage: 'score --workspace 文件夹 [--round 编号] --from 文件.csv|.xlsx       导入评分',
    needs: ['workspace', 'from'],
    takes: ['round'],
    files: false,
    async run(context) {
      const round = await openRound(context);
      const file = context.backend.grant(resolved(context.values.from));
      const result = await context.call('assessment.importScores', { roundId: round.id, file });
      return {
        text: `已导入 ${result.rows} 行，涉及 ${result.clauses} 条条款。`,
        json: { rows: result.rows, clauses: result.clauses, unscored: result.change.verdict.unscored },
      };
    },
  },
  {
    words: ['attach'],
    usage: 'attach --workspace 文件夹 [--round 编号] --clause 条款号 [--title 标题] 文件…   添加佐证材料',
    needs: ['workspace', 'clause'],
    takes: ['round', 'title'],
    files: true,
    async run(context) {
      const round = await openRound(context);
      const clause = await findClause(context, round.id, textOf(context.values.clause));
      const { title } = context.values;
      const result = await context.call('evidence.attach', {
        roundId: round.id,
        clauseId: clause.id,
        files: context.files.map((file) => context.backend.grant(path.resolve(file))),
        jobId: randomUUID(),
        ...(typeof title === 'string' ? { title } : {}),
      });
      const added = result.added.map((evidence) => ({
        number: evidence.number,
        title: evidence.title,
        files: evidence.files.map((file) => file.name),
        clauses: evidence.usedBy.map((use) => use.code),
      }));
      const lines = [...added.map((entry) => `${entry.number} ${entry.title}`), ...result.remarks];
      return { text: lines.join('\n'), json: { added, remarks: result.remarks } };
    },
  },
  verdictCommand,
  targetsCommand,
  {
    words: ['export', 'workbook'],
    usage: 'export workbook --workspace 文件夹 [--round 编号] --out 文件.xlsx    导出评审工作簿',
    needs: ['workspace', 'out'],
    takes: ['round'],
    files: false,
    run: exportWorkbook,
  },
  {
    words: ['export', 'bundle'],
    usage:
      'export bundle --workspace 文件夹 [--round 编号] [--skip-missing] --out 文件夹或文件.zip   导出工作簿和佐证文件夹',
    needs: ['workspace', 'out'],
    takes: ['round', 'skip-missing'],
    files: false,
    run: exportBundle,
  },
  ...standardCommands,
  {
    words: ['sample'],
    usage: 'sample --out 文件夹                          生成示例卫生院：工作区、评审工作簿、佐证文件夹',
    needs: ['out'],
    takes: [],
    files: false,
    async run({ call, backend, values }) {
      const folder = resolved(values.out);
      if (existsSync(folder)) return refuse(folderNotEmpty(folder));
      const state = await backend.openSample(path.join(folder, '工作区'));
      const round = state.rounds[0] ?? refuse(noRound());
      const workbook = path.join(folder, '评审工作簿.xlsx');
      const bundle = path.join(folder, '评审资料');
      for (const [name, output] of [
        ['exchange.exportWorkbook', workbook],
        ['exchange.exportBundle', bundle],
      ] as const) {
        await call(name, { roundId: round.id, output: backend.grant(output), jobId: randomUUID() });
      }
      const report = await call('round.verdict', { roundId: round.id });
      return {
        text: `示例已生成：${folder}\n  工作区、评审工作簿.xlsx、评审资料（工作簿和佐证文件夹）\n  ${round.targetLabel}：${report.reached ? '已达到' : '未达到'}`,
        json: { out: folder, round: round.id, workbook, bundle, reached: report.reached },
      };
    },
  },
];

const orderOf = async (context: Context) => ({
  roundId: (await openRound(context)).id,
  output: context.backend.grant(resolved(context.values.out)),
  jobId: randomUUID(),
});

async function exportWorkbook(context: Context) {
  const { files, bytes } = await context.call('exchange.exportWorkbook', await orderOf(context));
  const out = resolved(context.values.out);
  return { text: `已导出：${out}（${files} 个文件）`, json: { out, files, bytes } };
}

async function exportBundle(context: Context) {
  const skipFaulty = context.values['skip-missing'] === true;
  const order = { ...(await orderOf(context)), skipFaulty };
  const { files, bytes, skipped } = await context.call('exchange.exportBundle', order);
  const out = resolved(context.values.out);
  const left = skipped > 0 ? `，跳过 ${skipped} 个缺失或被改动过的` : '';
  return { text: `已导出：${out}（${files} 个文件${left}）`, json: { out, files, bytes, skipped } };
}
