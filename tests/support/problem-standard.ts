import { makeXlsx, type SheetPlan, type Value } from '../backend/standard-import/make-xlsx.ts';

/**
 * A provincial standard as an office really gets it: 700 clauses on four sheets, in three scoring methods, with title
 * rows, merged chapters, cells of many lines, a sheet whose main column is called otherwise, and everything wrong that
 * can be. Written by us; no official text.
 */
export interface ProblemOptions {
  /** Whether it has what no choice of columns mends: duplicate codes, sums that do not add up. */
  readonly isBeyondMending: boolean;
}

export const problemTitle = '某省三级综合医院评审标准实施细则（2025年版）';
/** On each sheet that holds clauses; the last one is not recognised until its column 情形 is said to hold titles. */
export const problemClauses = { graded: 500, points: 120, indicators: 50, prerequisites: 30 } as const;

const chapters = [
  ['坚持医院公益性', ['医院功能与任务', '内部管理机制', '承担公共卫生任务', '应急管理', '临床医学教育', '对口支援']],
  ['医院服务', ['预约诊疗服务', '门诊流程管理', '急诊绿色通道', '住院与转诊', '患者合法权益', '就诊环境']],
  ['患者安全', ['确认患者身份', '手术安全核查', '特殊药物管理', '危急值报告', '跌倒坠床预防', '不良事件上报']],
  [
    '医疗质量管理',
    ['质量管理组织', '核心制度落实', '医疗技术管理', '临床路径', '手术治疗管理', '麻醉管理', '重症医学', '感染性疾病'],
  ],
  ['护理管理与质量', ['护理组织体系', '人力资源管理', '临床护理质量', '护理安全管理', '特殊护理单元']],
  [
    '医院管理',
    ['依法执业', '管理职责与决策', '人力资源', '信息与图书', '财务与价格', '医德医风', '后勤保障', '医学装备'],
  ],
] as const;
const subjects = [
  '制度与职责',
  '人员配备与资质',
  '培训与考核',
  '流程与规范',
  '质量监测与分析',
  '应急处置',
  '记录与归档',
  '持续改进',
];
const departments = ['医务科', '护理部', '质控办', '院感科', '药学部', '信息科', '后勤保障部', '人事科'];
const checks = ['查阅资料', '现场查看', '访谈员工', '追踪检查', '抽查病历'];
const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % items.length];

const points = (topic: string, subject: string, at: number): string =>
  [
    '【C】',
    `1.有${topic}的${subject}相关制度，职责明确。`,
    `2.相关人员知晓本岗位要求，知晓率不低于 ${80 + (at % 4) * 5}%。`,
    ...(at % 3 === 0 ? [`3.${topic}有专（兼）职人员负责，分工有文件。`] : []),
    '【B】符合“C”，并',
    `1.职能部门对${topic}的落实有检查、分析、反馈。`,
    '【A】符合“B”，并',
    `1.${topic}持续改进有成效，${subject}的数据可追溯。`,
  ].join('\n');

const head = ['章', '节', '条款编号', '条款名称', '评审要点', '评审方法', '责任科室', '佐证材料', '备注'];
const longTitle = '对急危重症患者实行先抢救后付费并建立多部门协作的院前急救与院内急诊衔接机制、会诊机制及转运交接机制，'
  .repeat(7)
  .concat('有效落实');

function gradedSheet({ isBeyondMending }: ProblemOptions): SheetPlan {
  const rows: Value[][] = [
    [problemTitle, ...Array<Value>(8).fill('')],
    ['填报单位：', '', '', '', '填报日期：', '', '', '', ''],
    head,
  ];
  const merges = ['A1:I1'];
  const sections = chapters.flatMap(([, list]) => list).length;
  const perSection = Math.floor(problemClauses.graded / sections);
  let left = problemClauses.graded - perSection * sections;
  let at = 0;
  for (const [chapterAt, [chapter, list]] of chapters.entries()) {
    const chapterFrom = rows.length + 1;
    for (const [sectionAt, topic] of list.entries()) {
      const sectionFrom = rows.length + 1;
      const count = perSection + (left-- > 0 ? 1 : 0);
      for (let clause = 0; clause < count; clause++, at++) {
        const group = Math.floor(clause / 4) + 1;
        const isSkipping = at === 120 || at === 333;
        const number = (clause % 4) + 1 + (isSkipping ? 5 : 0);
        const code = `${chapterAt + 1}.${sectionAt + 1}.${group}.${number}`;
        const subject = pick(subjects, at) ?? '';
        const mark = at % 11 === 4 ? '★' : at % 97 === 50 ? '△' : '';
        rows.push([
          clause === 0 && sectionAt === 0 ? `第${'一二三四五六'[chapterAt]}章 ${chapter}` : '',
          clause === 0 ? `第${'一二三四五六七八'[sectionAt]}节 ${topic}` : '',
          codeCell(code, at, isBeyondMending),
          at === 210 ? longTitle : `${topic}：${subject}${mark}`,
          at % 83 === 40 ? '' : points(topic, subject, at),
          [pick(checks, at), pick(checks, at + 2)].join('、'),
          [pick(departments, at), pick(departments, at + 3)].join('、'),
          at % 125 === 60
            ? ({ error: '#REF!' } as never)
            : `1.${topic}管理制度\n2.${subject}检查记录\n3.${2025 - (at % 3)} 年度总结`,
          at === 75 ? { formula: 'A1', result: '见附件 3' } : at % 40 === 0 ? '2025 年新增' : '',
        ]);
      }
      merges.push(`B${sectionFrom}:B${rows.length}`);
    }
    merges.push(`A${chapterFrom}:A${rows.length}`);
  }
  return { name: '评审标准', rows, merges, hiddenRows: [90] };
}

/** As people type codes: full width, missing, twice. */
function codeCell(code: string, at: number, isBeyondMending: boolean): string {
  if (at % 91 === 45) return '';
  if (at % 57 === 20)
    return code.normalize('NFKC').replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xfee0 + digit.charCodeAt(0)));
  if (isBeyondMending && (at === 33 || at === 254 || at === 401)) return code.replace(/\d+$/u, '1');
  return code;
}

function pointsSheet({ isBeyondMending }: ProblemOptions): SheetPlan {
  const topics = ['运营管理', '医保管理', '价格管理', '绩效分配', '预算执行', '成本核算', '物资采购', '后勤服务'];
  const perTopic = problemClauses.points / topics.length;
  const rows: Value[][] = [
    ['第七章 运行效率与管理', '', '', '', '', ''],
    ['编号', '项目', '评审内容', '分值', '扣分标准', '检查方法'],
  ];
  const merges = ['A1:F1'];
  let total = 0;
  for (const [topicAt, topic] of topics.entries()) {
    const from = rows.length + 1;
    const scores = Array.from({ length: perTopic }, (_none, at) => 1 + ((topicAt + at) % 3));
    const sum = scores.reduce((left, right) => left + right, 0);
    const declared = isBeyondMending && topicAt % 4 === 1 ? sum + 5 : sum;
    total += sum;
    for (const [at, score] of scores.entries()) {
      rows.push([
        `7.${topicAt + 1}.${at + 1}`,
        at === 0 ? `${topic}（${declared}分）` : '',
        `${topic}${pick(subjects, at)}落实到位，资料齐全`,
        isBeyondMending && topicAt === 3 && at === 5 ? `${score}-${score + 1}` : score,
        `1.缺一项扣 0.5 分\n2.${pick(subjects, at)}不落实不得分`,
        pick(checks, at) ?? '',
      ]);
    }
    merges.push(`B${from}:B${rows.length}`);
  }
  rows.push(['', '合计', '', isBeyondMending ? total - 8 : total, '', '']);
  return { name: '管理评分', rows, merges };
}

function indicatorSheet(): SheetPlan {
  const names = ['出院患者平均住院日', '抗菌药物使用强度', '手术部位感染率', '危急值及时通报率', '不良事件上报率'];
  const rows: Value[][] = [['指标编号', '指标名称', '分子', '分母', '单位', '指标导向', '统计周期', '目标值']];
  for (let at = 0; at < problemClauses.indicators; at++) {
    const name = `${pick(departments, at)}${pick(names, at)}`;
    rows.push([
      `8.${Math.floor(at / 10) + 1}.${(at % 10) + 1}`,
      name,
      `同期${name}的例数`,
      at % 9 === 4 ? '' : '同期出院患者总数',
      at % 17 === 8 ? '人次每床' : '%',
      at % 13 === 6 ? '视情况' : at % 2 === 0 ? '逐步提高' : '逐步降低',
      pick(['月', '季度', '年'], at) ?? '',
      at % 7 === 3 ? '不高于上年' : at % 2 === 0 ? '≥90%' : '≤5%',
    ]);
  }
  return { name: '监测指标', rows };
}

/** Nothing here is called 名称 or 内容, so that its main column is not known for what it is. */
const prerequisiteSheet = (): SheetPlan => ({
  name: '一票否决情形',
  rows: [
    ['编号', '情形', '责任科室'],
    ...Array.from({ length: problemClauses.prerequisites }, (_none, at) => [
      `9.1.${at + 1}`,
      `评审周期内发生${pick(chapters[at % chapters.length]?.[1] ?? [], at)}方面的重大责任事件（第 ${at + 1} 类）`,
      pick(departments, at) ?? '',
    ]),
  ],
});

export const problemStandard = (options: ProblemOptions): Promise<Buffer> =>
  makeXlsx(
    { name: '填表说明', rows: [['一、本细则供自评使用。'], ['二、带★的为核心条款。'], ['三、如有疑问请联系质控办。']] },
    gradedSheet(options),
    pointsSheet(options),
    indicatorSheet(),
    prerequisiteSheet(),
    { name: '2020 版（勿用）', rows: [head, ['', '', '1.1.1', '旧条款', '旧要点。']], hidden: true },
  );
