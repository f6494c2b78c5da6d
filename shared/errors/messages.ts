import type { FileFault } from '../domain/evidence/evidence.ts';
import type { ScoreRefusal } from '../domain/points/propose-score.ts';
import type { FigureRefusal, TypedFigure } from '../domain/indicator/read-figure.ts';
import type { IndicatorDefinition } from '../domain/standard/standard.ts';
import type { RuleFault, RuleProblem } from '../domain/verdict/check-rules.ts';
import type { ScoringFault, ScoringProblem } from '../domain/verdict/check-scoring.ts';
import { AppError } from './app-error.ts';

/** Every message a user can meet. A message says what happened, where, and what to do next. */

// —— workspace 工作区 ——
export const folderNotEmpty = (folder: string) =>
  new AppError('workspace/folder-not-empty', `文件夹“${folder}”里已有内容。请选择一个空文件夹，或新建一个。`);

export const folderNotWritable = (folder: string, cause?: unknown) =>
  new AppError('workspace/folder-not-writable', `文件夹“${folder}”不能写入。请检查权限或是否只读，或换一个文件夹。`, {
    cause,
  });

export const notAWorkspace = (folder: string) =>
  new AppError(
    'workspace/not-a-workspace',
    `“${folder}”不是达标的工作区。请选择含有 dabiao.db 和 workspace.json 的文件夹。`,
  );

export const folderMissing = (folder: string) =>
  new AppError(
    'workspace/not-a-workspace',
    `“${folder}”不是达标的工作区：没有这个文件夹。请核对路径，或插好 U 盘后再试。`,
  );

export const folderIsFile = (folder: string) =>
  new AppError('workspace/folder-is-file', `“${folder}”是文件，不是文件夹。请换一个文件夹。`);

export const notReadable = (file: string, cause?: unknown) =>
  new AppError('workspace/not-readable', `没有权限读取“${file}”，打不开工作区。请让管理员开放读取权限后再试。`, {
    cause,
  });

/** What to do with the newest backup, where there is one. */
const backupAdvice = (backup: string | undefined) =>
  backup === undefined
    ? 'backups 文件夹里没有备份。请从别处保存的工作区副本里取回，并保留现在的文件。'
    : `最近的备份是 backups/${backup}：请先关闭达标，把 dabiao.db、dabiao.db-wal、dabiao.db-shm 移到别处保留，再把这个备份复制过来，改名为 dabiao.db。`;

export const databaseMissing = (folder: string, backup: string | undefined) =>
  new AppError(
    'workspace/database-missing',
    `工作区“${folder}”里没有数据库文件 dabiao.db，可能没有复制全，或被移走了。${backupAdvice(backup)}`,
  );

export const databaseForeign = (file: string) =>
  new AppError(
    'workspace/database-foreign',
    `“${file}”不是达标的数据库，是别的程序写的，未做任何改动。请把它移走，放回这个工作区自己的 dabiao.db。`,
  );

export const databaseVersionLost = (file: string, backup: string | undefined) =>
  new AppError(
    'workspace/database-damaged',
    `数据库“${file}”没有数据版本号，可能被别的程序改过，未做任何改动。${backupAdvice(backup)}`,
  );

export const databaseLocked = (where: string, cause?: unknown) =>
  new AppError(
    'workspace/database-locked',
    `“${where}”的数据库正被别的程序占用（如数据库工具、备份或同步软件），这一步没有做。请在那里关闭后重试。`,
    { cause },
  );

export const lockUnusable = (file: string, cause?: unknown) =>
  new AppError(
    'workspace/lock-unusable',
    `打不开工作区的锁文件“${file}”（它应是普通文件，且能读写），无法确认有没有别的达标在用。请关闭别处的达标，把它移走后再打开。`,
    { cause },
  );

export const workspaceInUse = (holder: string) =>
  new AppError('workspace/in-use', `工作区正被另一个达标程序使用（${holder}）。请先在那里关闭，再打开。`);

/** Why a workspace can only be looked at. Each says what has to change before it can be edited. */
export const readOnlyReasons = {
  newerVersion: (what: '数据' | '格式', found: number, known: number) =>
    `工作区由更新版本的达标写入（${what}版本 ${found}，本程序只认识到 ${known}），只能查看，不能修改。请安装认识${what}版本 ${found} 的达标后再编辑。`,
  noPermission: (file: string) => `没有权限写入“${file}”，工作区只能查看，不能修改。请检查权限后重新打开。`,
  readOnlyDisk: (folder: string) =>
    `“${folder}”所在的磁盘是只读的，工作区只能查看，不能修改。请把工作区复制到能写入的磁盘上再打开。`,
  diskFull: (folder: string) => `“${folder}”所在的磁盘已满，工作区只能查看，不能修改。请清理出空间后重新打开。`,
  fileNotRepaired: (fault: 'missing' | 'damaged') =>
    `工作区的 workspace.json ${fault === 'missing' ? '不见了' : '已损坏'}，也没能按数据库重新写好，工作区只能查看，不能修改。请检查文件夹的写入权限后重新打开。`,
} as const;

export const workspaceReadOnly = (reason: string) => new AppError('workspace/read-only', `这一步没有做。${reason}`);

export const workspaceFileRepaired = (fault: 'missing' | 'damaged') =>
  `工作区的 workspace.json ${fault === 'missing' ? '不见了' : '已损坏'}，已按数据库里的机构和编号重新写好。`;

export const databaseDamaged = (file: string, backup: string | undefined, cause?: unknown) =>
  new AppError('workspace/database-damaged', `数据库“${file}”已损坏，未做任何改动。${backupAdvice(backup)}`, { cause });

export const noWorkspace = () => new AppError('workspace/none-open', '还没有打开工作区。请先新建或打开一个工作区。');

export const diskFull = (where: string, cause?: unknown) =>
  new AppError('disk/full', `磁盘空间不足，“${where}”没有写完，已撤回。请清理磁盘后重试。`, { cause });

export const nameTooLong = (file: string, cause?: unknown) =>
  new AppError(
    'disk/name-too-long',
    `“${file}”里有太长的名称（一级至多 255 字节，约 80 个汉字）。请换一个短些的名称。`,
    {
      cause,
    },
  );

export const fileInTheWay = (folder: string, cause?: unknown) =>
  new AppError('disk/file-in-the-way', `“${folder}”应是文件夹，那里却有一个同名的文件。请把它移走或改名后重试。`, {
    cause,
  });

export const noPermission = (file: string, cause?: unknown) =>
  new AppError('disk/no-permission', `没有权限读写“${file}”，或它在只读的磁盘上。请检查权限后重试。`, { cause });

export const diskFailed = (where: string, cause?: unknown) =>
  new AppError('disk/failed', `读写“${where}”时磁盘出错，未做改动。请检查磁盘或 U 盘后重试。`, { cause });

// —— standard 标准 ——
export const standardNotFound = (id: string) =>
  new AppError('standard/not-found', `没有编号为“${id}”的标准。用 standards 命令可列出全部标准。`);

export const targetNotFound = (id: string, known: readonly string[]) =>
  new AppError('standard/target-not-found', `这个标准没有目标等级“${id}”。可选：${known.join('、')}。`);

export const packInvalid = (file: string, problems: readonly string[]) =>
  new AppError('standard/pack-invalid', `标准包“${file}”有 ${problems.length} 处错误，未采用。请改正后重试。`, {
    details: problems,
  });

export const packHasErrors = (file: string, count: number) =>
  new AppError('standard/pack-invalid', `标准包“${file}”有 ${count} 处错误，不能使用。请改正后重试。`);

export const standardHasErrors = (file: string, problems: readonly string[]) =>
  new AppError('standard/has-errors', `文件“${file}”里有 ${problems.length} 处错误，没有导入。请改正后重试。`, {
    details: problems,
  });

export const workHasErrors = (title: string, problems: readonly string[]) =>
  new AppError('standard/has-errors', `“${title}”还有 ${problems.length} 处错误，没有发布。请改正后再发布。`, {
    details: problems,
  });

export const noStandardWork = () =>
  new AppError('standard/no-work', '这个标准没有在编辑的内容，可能已经发布或放弃。请从标准库重新打开它再改。');

export const standardUnderEdit = (title: string) =>
  new AppError('standard/under-edit', `“${title}”还有没发布的修改。请先在编辑器里发布或放弃，再从文件开始。`);

export const standardTooLarge = (title: string) =>
  new AppError('standard/too-large', `标准“${title}”的内容过大，最近的修改没有保存。请拆成几个标准。`);

export const ownIdIsBuiltIn = (id: string) =>
  new AppError('standard/id-built-in', `编号“${id}”是内置标准的编号。请给本院标准另取一个编号。`);

export const noClauseFound = (file: string) =>
  new AppError('standard/no-clause', `文件“${file}”里没有找到条款，没有读出标准。请核对表头和编号后重试。`);

export const draftClosed = () => new AppError('draft/closed', '导入的文件已关闭，请重新选择文件。');

export const noOfficialMatch = (file: string, title: string) =>
  new AppError(
    'official/no-match',
    `文件“${file}”里没有一个条款的编号与“${title}”相同，没有改动。请核对文件与标准，或先在导入页核对编号列。`,
  );

// —— round 轮次 ——
export const roundNotFound = () => new AppError('round/not-found', '找不到这个评估轮次。请重新打开工作区后再试。');

export const roundUnknown = (id: string, rounds: readonly string[]) =>
  new AppError(
    'round/not-found',
    rounds.length === 0 ? `没有编号为“${id}”的轮次：工作区里还没有轮次。` : `没有编号为“${id}”的轮次。工作区里的轮次：`,
    { details: rounds },
  );

export const noRound = () => new AppError('round/none', '工作区里还没有评估轮次。请先选择标准和目标等级，建立轮次。');

export const roundArchived = (title: string) => new AppError('round/archived', `轮次“${title}”已归档，不能再修改。`);

export const roundMoved = (title: string) =>
  new AppError('round/moved', `轮次“${title}”刚刚转到了另一版标准，这一步没有做。请在新版里再做一次。`);

export const severalRounds = (titles: readonly string[]) =>
  new AppError('round/several', '工作区里有多个轮次，请用 --round 指明一个。', { details: titles });

// —— assessment 评分 ——
export const clauseNotFound = (code: string) =>
  new AppError('assessment/clause-not-found', `标准里没有条款“${code}”。请核对条款编号。`);

export const pointNotFound = () => new AppError('assessment/point-not-found', '找不到这个要点。请重新打开轮次后再试。');

export const notGraded = (code: string) =>
  new AppError('assessment/not-graded', `条款 ${code} 不用 A–E 等级评分，不能这样打分。`);

export const notMarked = (code: string) =>
  new AppError('assessment/not-marked', `条款 ${code} 是监测指标，请填写数据，不判定要点。`);

export const notScored = (code: string) =>
  new AppError('assessment/not-scored', `条款 ${code} 不是分值条款，不能填得分。`);

export const notMeasured = (code: string) =>
  new AppError('assessment/not-measured', `条款 ${code} 不是监测指标，不能填分子和分母。`);

/** Why a typed score is not taken, as part of a sentence. */
export const scoreFault = (text: string, full: string, refusal: ScoreRefusal): string => {
  switch (refusal) {
    case 'not-a-number':
      return `得分“${text}”不是数，请填 0 到 ${full} 之间的数`;
    case 'too-precise':
      return `得分“${text}”的小数超过两位`;
    case 'negative':
      return `得分“${text}”小于 0`;
    case 'above-full':
      return `得分“${text}”超过满分 ${full}`;
    case 'reason-missing':
      return `得分“${text}”与要点得出的建议得分不同，请写明理由`;
  }
};

export const scoreRefused = (code: string, text: string, full: string, refusal: ScoreRefusal) =>
  new AppError(
    refusal === 'reason-missing' ? 'assessment/reason-missing' : 'assessment/score-refused',
    `条款 ${code} 的${scoreFault(text, full, refusal)}。`,
  );

const periodExamples = { month: '2026年3月', quarter: '2026年第1季度', year: '2026年' } as const;
const periodNames = { month: '按月', quarter: '按季度', year: '按年' } as const;

/** Why a typed figure is not taken, as part of a sentence. */
export const figureFault = (
  definition: Pick<IndicatorDefinition, 'period' | 'numerator' | 'denominator'>,
  typed: TypedFigure,
  refusal: FigureRefusal,
): string => {
  const numerator = definition.denominator === null ? '数值' : '分子';
  switch (refusal) {
    case 'period-unknown':
      return `期间“${typed.period}”看不懂，请写成 ${periodExamples[definition.period]} 的样子`;
    case 'period-kind':
      return `期间“${typed.period}”不对：这项指标${periodNames[definition.period]}填报，请写成 ${periodExamples[definition.period]} 的样子`;
    case 'numerator':
      return /[%％‰]$/u.test(typed.numerator ?? '')
        ? `${numerator}“${typed.numerator}”是比率，不是个数，请填${definition.numerator}`
        : `${numerator}“${typed.numerator}”不是数`;
    case 'numerator-negative':
      return `${numerator}“${typed.numerator}”小于 0，“${definition.numerator}”不会是负数`;
    case 'denominator':
      return `分母“${typed.denominator}”不是大于或等于 0 的数`;
    case 'numerator-missing':
      return `有分母“${typed.denominator}”，缺分子（${definition.numerator}）`;
    case 'no-denominator':
      return `这项指标是计数，没有分母，不能填“${typed.denominator}”`;
  }
};

export const figureRefused = (
  code: string,
  definition: Pick<IndicatorDefinition, 'period' | 'numerator' | 'denominator'>,
  typed: TypedFigure,
  refusal: FigureRefusal,
) => new AppError('assessment/figure-refused', `条款 ${code}：${figureFault(definition, typed, refusal)}。`);

export const ownTargetRefused = (code: string, typed: string, why: 'monitored' | 'not-a-number') =>
  new AppError(
    'assessment/own-target-refused',
    why === 'monitored'
      ? `条款 ${code} 只监测、不评判，没有目标值可填。`
      : `条款 ${code} 的目标值“${typed}”看不懂。请填一个数，例如 85%、1:1.5、3.2万。`,
  );

const ruleFaults: Readonly<Record<RuleFault, string>> = {
  'no-rules': '一条规则也没有，无法判断是否达标',
  'unknown-scope': '的范围在这个标准里不存在',
  'no-clauses': '的范围里没有可以这样统计的条款',
  'not-exact': '的要求不是一个数，请填百分比、分数（如 1/3）或分值',
  'above-one': '的要求超过 100%',
  'above-full': '的要求超过满分',
  'no-score': '按得分，但这个标准没有分值',
  'no-part': '按得分，但这个范围不是总分的组成部分',
  repeated: '与前面的规则重复',
};

/** What is wrong with a rule, said beside it. */
export const ruleFault = (fault: RuleFault): string =>
  fault === 'no-rules' ? `${ruleFaults[fault]}。` : `这条规则${ruleFaults[fault]}。`;

const scoringFaults: Readonly<Record<ScoringFault, string>> = {
  'no-parts': '总分没有组成部分',
  full: '满分应大于 0',
  'unknown-scope': '的范围在这个标准里不存在',
  repeated: '的范围与前面重复',
  weight: '的权重应在 0 到 1 之间',
  'weights-sum': '各部分的权重加起来不是 100%',
  rate: '的折算率应在 0 到 1 之间',
};

/** What is wrong with a weighted total, said beside the field. */
export const scoringFault = (fault: ScoringFault): string =>
  scoringFaults[fault].startsWith('的') ? `这一部分${scoringFaults[fault]}。` : `${scoringFaults[fault]}。`;

export const scoringRefused = (problems: readonly ScoringProblem[]) =>
  new AppError('round/scoring-refused', '总分的折算办法没有修改，原来的继续有效。请改正后再保存。', {
    details: problems.map(({ at, fault }) =>
      at < 0 ? `${scoringFaults[fault]}。` : `第 ${at + 1} 部分${scoringFaults[fault]}。`,
    ),
  });

export const notWeighted = () =>
  new AppError('round/not-weighted', '这个标准的总分不是由加权部分组成的，没有折算办法可改。');

export const rulesRefused = (label: string, problems: readonly RuleProblem[]) =>
  new AppError('round/rules-refused', `“${label}”的规则没有修改，原来的规则继续有效。请改正后再保存。`, {
    details: problems.map(({ at, fault }) =>
      at < 0 ? `${ruleFaults[fault]}。` : `第 ${at + 1} 条规则${ruleFaults[fault]}。`,
    ),
  });

export const gradeNotOptional = (code: string) =>
  new AppError('assessment/not-optional', `条款 ${code} 不是可选条款，不能评 E（不适用）。`);

/** Why a grade wants a reason: it is above what the points suggest, or they suggest nothing yet. */
export const raisedFault = (grade: string, suggested: string | undefined) =>
  suggested === undefined ? `要点还没判完，直接评为 ${grade}` : `评为 ${grade} 高于要点得出的建议等级`;

export const raiseNeedsReason = (code: string, grade: string, suggested: string | undefined) =>
  new AppError('assessment/reason-missing', `条款 ${code} ${raisedFault(grade, suggested)}，请写明理由。`);

export const nothingToUndo = () => new AppError('assessment/nothing-to-undo', '没有可以撤销的操作。');
export const nothingToRedo = () => new AppError('assessment/nothing-to-redo', '没有可以重做的操作。');

// —— score file 评分文件 ——
export const scoresRefused = (file: string, problems: readonly string[]) =>
  new AppError('scores/refused', `评分文件“${file}”有 ${problems.length} 处错误，一条也没有导入。请改正后重试。`, {
    details: problems,
  });

export const fileUnreadable = (file: string, why: string, cause?: unknown) =>
  new AppError('file/unreadable', `文件“${file}”读不出来：${why}`, { cause });

export const fileGone = (file: string, cause?: unknown) =>
  new AppError('file/gone', `文件“${file}”找不到了，可能已被移走或 U 盘已拔出。请重新选择。`, { cause });

export const fileChanging = (file: string) =>
  new AppError('file/changing', `文件“${file}”在复制时被改动了。请先保存并关闭它，再添加一次。`);

export const fileLocked = (file: string, cause?: unknown) =>
  new AppError('file/locked', `文件“${file}”打不开，可能正被其他程序占用或没有权限。请关闭后重试。`, { cause });

export const fileExpired = () => new AppError('file/token-expired', '这个文件的选择已过期。请重新选择文件。');

// —— link 关联 ——
export const linkedWithItself = () =>
  new AppError('link/same-standard', '同一个标准的条款不能互相关联。请另选一个标准。');

export const linkedClausesUnknown = (problems: readonly string[]) =>
  new AppError('link/clause-unknown', '有条款在标准里找不到，没有保存关联。请返回后重新打开这两个标准再试。', {
    details: problems,
  });

// —— evidence 佐证 ——
export const evidenceNotFound = () =>
  new AppError('evidence/not-found', '找不到这份佐证材料，可能已被移除。请刷新后再试。');

export const nothingToAttach = () =>
  new AppError('evidence/nothing-to-attach', '没有可添加的文件：所选的文件夹是空的。');

/** What is wrong with the file of evidence, as part of a sentence. */
export const fileFaultWords: Readonly<Record<FileFault, string>> = {
  missing: '文件已不在工作区里',
  changed: '与登记时的内容不一致（在工作区外被改动过）',
};

export const evidenceFileMissing = (title: string, cause?: unknown) =>
  new AppError('evidence/file-missing', `佐证材料“${title}”的${fileFaultWords.missing}。请放回原文件，或重新添加。`, {
    cause,
  });

export const evidenceFileChanged = (title: string) =>
  new AppError(
    'evidence/file-changed',
    `佐证材料“${title}”的文件${fileFaultWords.changed}，不能使用。请放回原文件，或重新添加。`,
  );

/** Which of the two a refusal tells of. */
export const fileFaultIn = (code: string): FileFault | undefined =>
  code === 'evidence/file-missing' ? 'missing' : code === 'evidence/file-changed' ? 'changed' : undefined;

export const notTheOriginal = (name: string, title: string) =>
  new AppError(
    'evidence/not-the-original',
    `“${name}”的内容与“${title}”登记时的不同，没有放回。请选择原来的文件；如果这是新版本，请作为新材料添加，再移除旧的。`,
  );

export const tooManyFiles = (most: number) =>
  new AppError('evidence/too-many-files', `一次最多添加 ${most} 个文件，一个也没有添加。请分批添加。`);

/** Several files at once are attached together or not at all. */
export const filesRefused = (total: number, problems: readonly string[]) =>
  problems.length < total
    ? new AppError(
        'evidence/some-refused',
        `${total} 个文件里有 ${problems.length} 个不能添加，其余 ${total - problems.length} 个也没有添加。`,
        { details: problems },
      )
    : new AppError('evidence/all-refused', `所选的 ${total} 个文件都不能添加，一个也没有添加。`, { details: problems });

export const textUnreadable = (name: string, why: string, cause?: unknown) =>
  new AppError('evidence/no-text', `“${name}”不能在这里显示：${why}`, { cause });

// —— export 导出 ——
export const evidenceFaulty = (problems: readonly string[]) =>
  new AppError(
    'export/evidence-faulty',
    `有 ${problems.length} 个佐证文件缺失或被改动过，没有导出，也没有写入任何文件。请放回原文件后重试，或跳过这些文件。`,
    { details: problems },
  );

export const outputInUse = (file: string, cause?: unknown) =>
  new AppError('export/output-in-use', `“${file}”正被其他程序打开，不能写入。请先在 WPS 或 Excel 中关闭它。`, {
    cause,
  });

export const pdfInUse = (file: string, cause?: unknown) =>
  new AppError('export/output-in-use', `“${file}”正被其他程序打开，不能写入。请先关闭它，或换一个名字保存。`, {
    cause,
  });

export const printingFailed = () =>
  new AppError('export/printing-failed', '打印没有开始：没有可用的打印机，或系统拒绝了打印。可以先存为 PDF 再打印。');

export const outputNotWritable = (file: string, cause?: unknown) =>
  new AppError('export/not-writable', `“${file}”不能写入。请检查文件夹权限，或换一个位置保存。`, { cause });

export const outputInWorkspace = (file: string) =>
  new AppError(
    'export/in-workspace',
    `“${file}”在工作区文件夹里，那里放着数据库和佐证材料，不能导出到里面。请换一个位置，例如桌面或 U 盘。`,
  );

export const outputIsFolder = (name: string) =>
  new AppError('export/is-folder', `“${name}”是一个文件夹。请给要导出的文件取一个名字。`);

export const outputFolderMissing = (file: string, cause?: unknown) =>
  new AppError('export/folder-missing', `要保存“${file}”的文件夹不存在。请先建好文件夹，或换一个位置。`, { cause });

export const outputNotWorkbook = (file: string) =>
  new AppError('export/not-a-workbook', `“${file}”不是工作簿的名字。请用以 .xlsx 结尾的名字。`);

export const outputNotFolder = (file: string) =>
  new AppError('export/not-a-folder', `“${file}”已经是一个文件。请换一个名字；名字以 .zip 结尾时导出为压缩包。`);

export const outputFolderNotEmpty = (folder: string) =>
  new AppError('export/folder-not-empty', `“${folder}”里已有内容。请选择空文件夹，或换一个名字。`);

export const cancelled = () => new AppError('job/cancelled', '已取消，没有留下未完成的文件。');

export const unexpected = () =>
  new AppError('app/unexpected', '程序出了点问题，刚才的操作没有完成，已保存的内容不受影响。详情已写入日志。');

/** For the command line, where nobody knows where a log would be. */
export const unexpectedSeeLog = (log: string) =>
  `程序出了点问题，这一步没有完成，已保存的内容不受影响。详情已写入日志“${log}”。`;

export const outputFull = (cause?: unknown) =>
  new AppError('cli/output', '结果没有写完：输出所在的磁盘空间不足。请清理磁盘，或换一个位置重试。', { cause });

export const outputFailed = (cause?: unknown) =>
  new AppError('cli/output', '结果没有写完：输出的位置写不进去。请换一个位置重试。', { cause });

export const badCall = (details: readonly string[]) =>
  new AppError('app/bad-call', '请求的内容不合规定，没有执行。', { details });
