/** Measure words of indicators. A unit is one of them, or one per another: `次/人`, `例/千人次`, `/10万`. */
const words = new Set(
  [
    '% ‰ 百分点 比值 指数 比 1∶X 1:X',
    '元 万元 亿元 分 级',
    '天 日 小时 分钟 秒 月 年',
    '例 例次 个 人 人次 张 项 次 篇 种 组 份 单位 台 台次 件 家 户 所 处 辆 名 条 起 支 套 间 床 标本 处方',
    '床日 人日 人天 人月 人年 患者日 患者年 出院人次 门诊人次 住院人次',
    '平方米 公里 升 毫升 克 公斤 吨 度 千瓦时',
    'DDD DDDs',
  ].flatMap((line) => line.split(' ')),
);
const scaled = /^(?:\d{1,7}|[十百千万亿]+|10万|每)/u;

const isMeasure = (text: string): boolean =>
  words.has(text) || (scaled.test(text) && words.has(text.replace(scaled, '')));
/** What stands after the stroke may be a bare number: `/10万`, `/万`. */
const isBase = (text: string): boolean => isMeasure(text) || /^(?:\d{0,7}[十百千万亿]*)$/u.test(text);

/** Whether a unit can be understood; an empty one is a bare ratio. */
export function isKnownUnit(unit: string): boolean {
  if (unit === '') return true;
  const [measure = '', base, ...more] = unit.split('/');
  if (more.length > 0) return false;
  return (
    (measure === '' ? base !== undefined : isMeasure(measure)) && (base === undefined || (base !== '' && isBase(base)))
  );
}
