import type { z } from 'zod';

const names: Readonly<Record<string, string>> = {
  institution: '机构名称',
  type: '机构类型',
  title: '标题',
  id: '编号',
  packId: '标准编号',
  roundId: '轮次编号',
  targetId: '目标等级',
  clauseId: '条款',
  note: '说明',
  reason: '理由',
  text: '文字',
  name: '名称',
  files: '文件',
  file: '文件',
  score: '得分',
  numerator: '分子',
  denominator: '分母',
  period: '期间',
  validUntil: '有效期',
};

/** What is wrong with one value of a request, for the person who typed it: `机构名称：太长，至多 100 个字`. */
export function inputFault(issue: z.core.$ZodIssue): string {
  const place = issue.path.map((key) =>
    typeof key === 'number' ? `第 ${key + 1} 项` : (names[String(key)] ?? String(key)),
  );
  return `${place.length === 0 ? '' : `${place.join(' ')}：`}${faultOf(issue)}`;
}

function faultOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `${tooBig[kindOf(issue.origin)]}，至多 ${issue.maximum} ${units[kindOf(issue.origin)]}`.trim();
    case 'too_small':
      return issue.minimum === 1 && kindOf(issue.origin) !== 'number'
        ? '是空的'
        : `${tooSmall[kindOf(issue.origin)]}，至少 ${issue.minimum} ${units[kindOf(issue.origin)]}`.trim();
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return `有不认识的内容“${issue.keys.join('”“')}”`;
    case 'invalid_union': {
      // The alternative with the fewest complaints is the one that was meant.
      const [closest] = issue.errors.toSorted((left, right) => left.length - right.length);
      const [first] = closest ?? [];
      return first ? inputFault(first) : '形式不对';
    }
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? '没有写' : '形式不对';
    case 'not_multiple_of':
      return `应是 ${issue.divisor} 的倍数`;
    case 'invalid_format':
      return issue.format === 'date' ? '不是日期，请写成 2026-03-01 的样子' : '形式不对';
    case 'custom':
    case 'invalid_key':
    case 'invalid_element':
      // A check of ours may carry its own words.
      return /\p{Script=Han}/u.test(issue.message) ? issue.message : '形式不对';
  }
}

type Kind = 'string' | 'number' | 'list';

const kindOf = (origin: string): Kind => {
  if (origin === 'string') return 'string';
  return ['number', 'int', 'bigint', 'date'].includes(origin) ? 'number' : 'list';
};

const tooBig: Readonly<Record<Kind, string>> = { string: '太长', number: '太大', list: '太多' };
const tooSmall: Readonly<Record<Kind, string>> = { string: '太短', number: '太小', list: '太少' };
const units: Readonly<Record<Kind, string>> = { string: '个字', number: '', list: '项' };
