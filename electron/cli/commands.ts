import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import type { RoundSummary } from '../../shared/contract/round.ts';
import type { ClauseId, RoundId } from '../../shared/domain/id.ts';
import { institutionTypes } from '../../shared/domain/institution.ts';
import { clausesOf, type Clause } from '../../shared/domain/standard/standard.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { clauseNotFound, folderNotEmpty, noRound, roundNotFound, severalRounds } from '../../shared/errors/messages.ts';
import { confidenceLabels, ruleLabel } from '../../shared/text/labels.ts';
import { showThreshold } from '../../shared/domain/verdict/fraction.ts';
import type { Backend } from '../backend/backend.ts';
import { Refused, WrongUsage } from './outcome.ts';

type Option =
  'workspace' | 'institution' | 'type' | 'standard' | 'target' | 'title' | 'round' | 'from' | 'clause' | 'out';

export interface Context {
  readonly values: Readonly<Partial<Record<Option, string | boolean>>>;
  readonly files: readonly string[];
  readonly backend: Backend;
  readonly call: <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
}

export interface Command {
  readonly words: readonly string[];
  readonly usage: string;
  readonly needs: readonly Option[];
  readonly takes: readonly Option[];
  /** Whether file names follow the options. */
  readonly files: boolean;
  run(context: Context): Promise<{ readonly text: string; readonly json: unknown }>;
}

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
  {
    words: ['verdict'],
    usage: 'verdict --workspace 文件夹 [--round 编号] [--target 目标]           是否达标，还缺什么',
    needs: ['workspace'],
    takes: ['round', 'target'],
    files: false,
    async run(context) {
      const round = await openRound(context);
      const { target } = context.values;
      const report = await context.call('round.verdict', {
        roundId: round.id,
        ...(typeof target === 'string' ? { targetId: target } : {}),
      });
      const rules = report.rules.map((rule) => ({
        scope: rule.scope,
        grade: rule.grade,
        atLeast: /^[\d.]+$/.test(rule.atLeast) ? Number(rule.atLeast) : rule.atLeast,
        applicable: rule.applicable,
        count: rule.count,
        denominator: rule.denominator,
        percent: rule.percent ?? null,
        missing: rule.missing,
        holds: rule.holds,
      }));
      const lines = report.rules.map((rule) =>
        rule.applicable
          ? `${ruleLabel(rule)}\t${rule.count}/${rule.denominator}\t${rule.percent}% / ${showThreshold(rule.atLeast)}\t${rule.holds ? '已达到' : `差 ${rule.missing} 条`}`
          : `${ruleLabel(rule)}\t不适用`,
      );
      return {
        text: [report.reached ? '已达到' : '未达到', ...lines, `未评 ${report.unscored} 条`].join('\n'),
        json: {
          target: report.target,
          reached: report.reached,
          vetoes: [],
          rules,
          gap: report.gap,
          unscored: report.unscored,
        },
      };
    },
  },
  {
    words: ['export', 'workbook'],
    usage: 'export workbook --workspace 文件夹 [--round 编号] --out 文件.xlsx    导出评审工作簿',
    needs: ['workspace', 'out'],
    takes: ['round'],
    files: false,
    run: (context) => exportWith(context, 'exchange.exportWorkbook'),
  },
  {
    words: ['export', 'bundle'],
    usage: 'export bundle --workspace 文件夹 [--round 编号] --out 文件夹或文件.zip   导出工作簿和佐证文件夹',
    needs: ['workspace', 'out'],
    takes: ['round'],
    files: false,
    run: (context) => exportWith(context, 'exchange.exportBundle'),
  },
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

async function exportWith(context: Context, call: 'exchange.exportWorkbook' | 'exchange.exportBundle') {
  const round = await openRound(context);
  const target = resolved(context.values.out);
  const exported = await context.call(call, {
    roundId: round.id,
    output: context.backend.grant(target),
    jobId: randomUUID(),
  });
  return {
    text: `已导出：${target}（${exported.files} 个文件）`,
    json: { out: target, files: exported.files, bytes: exported.bytes },
  };
}

const textOf = (value: string | boolean | undefined): string => (typeof value === 'string' ? value : '');
const resolved = (value: string | boolean | undefined): string => path.resolve(textOf(value));

function openWorkspace({ call, backend, values }: Context) {
  return call('workspace.open', { folder: backend.grant(resolved(values.workspace)) });
}

/** The round named by --round, or the only one there is. */
async function openRound(context: Context): Promise<RoundSummary> {
  const { rounds } = await openWorkspace(context);
  const wanted = context.values.round;
  if (wanted !== undefined) return rounds.find((round) => round.id === (wanted as RoundId)) ?? refuse(roundNotFound());
  const [first, ...others] = rounds;
  if (!first) return refuse(noRound());
  return others.length === 0 ? first : refuse(severalRounds(rounds.map((round) => `${round.id} ${round.title}`)));
}

async function findClause(context: Context, roundId: RoundId, code: string): Promise<Clause & { id: ClauseId }> {
  const { standard } = await context.call('round.open', { roundId });
  return clausesOf(standard).find((clause) => clause.code === code) ?? refuse(clauseNotFound(code));
}

function refuse(error: AppError): never {
  throw new Refused({ code: error.code, message: error.message, details: error.details });
}
