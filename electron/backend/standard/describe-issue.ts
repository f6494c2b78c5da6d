import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One schema issue as a line for the person who wrote the pack: “条款 2.1.3 的 title 为空”. */
export function describeIssue(issue: Issue, root: unknown, above: readonly PropertyKey[] = []): string {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The alternative with the fewest complaints is the one that was meant.
    const closest = issue.errors.toSorted((left, right) => left.length - right.length)[0]?.[0];
    if (closest && issue.message === 'Invalid input') return describeIssue(closest, root, path);
  }
  return `${describePlace(path, root)}${describeFault(issue, valueAt(root, path))}`;
}

const levels: Readonly<Record<string, { readonly word: string; readonly name: 'code' | 'id' }>> = {
  chapters: { word: '章', name: 'code' },
  sections: { word: '节', name: 'code' },
  clauses: { word: '条款', name: 'code' },
  targets: { word: '目标', name: 'id' },
  scopes: { word: '范围', name: 'id' },
};

/** Where a path leads, by the codes people know: `条款 2.1.3 的 requirements.C 第 2 项 `. */
function describePlace(path: readonly PropertyKey[], root: unknown): string {
  let place = '';
  let value = root;
  let index = 0;
  for (; index + 1 < path.length; index += 2) {
    const level = levels[String(path[index])];
    const position = path[index + 1];
    if (!level || typeof position !== 'number') break;
    value = childOf(childOf(value, path[index]), position);
    const name = childOf(value, level.name);
    place =
      typeof name === 'string' && name.trim() !== ''
        ? `${level.word} ${name}`
        : `${place === '' ? '' : `${place} 的`}第 ${position + 1} 个${level.word}`;
  }
  const field = path
    .slice(index)
    .map((key, at) => (typeof key === 'number' ? ` 第 ${key + 1} 项` : at === 0 ? String(key) : `.${String(key)}`))
    .join('')
    .replaceAll(' .', ' 的 ')
    .replace(/项\./gu, '项的 ');
  if (place === '') return field === '' ? '整个文件 ' : `${field} `;
  return field === '' ? `${place} ` : `${place} 的 ${field} `;
}

const childOf = (value: unknown, key: PropertyKey | undefined): unknown =>
  typeof value === 'object' && value !== null && key !== undefined && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown => path.reduce(childOf, root);

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '带键的内容',
  record: '带键的内容',
};

function describeFault(issue: Issue, value: unknown): string {
  if (value === undefined) return '缺少';
  switch (issue.code) {
    case 'invalid_type': {
      const hint = issue.expected === 'string' && typeof value === 'number' ? '（数字请加引号）' : '';
      return `应为${typeWords[issue.expected] ?? issue.expected}${hint}`;
    }
    case 'unrecognized_keys':
      return `有不认识的键“${issue.keys.join('”“')}”`;
    case 'invalid_value':
      return `不能是“${typeof value === 'string' ? value : JSON.stringify(value)}”，只能是 ${issue.values.map(String).join('、')}`;
    case 'invalid_union':
      return issue.message === 'Invalid input' ? '格式不对' : issue.message;
    case 'custom':
    case 'invalid_format':
    case 'too_small':
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      break;
  }
  // The schema's own checks carry their own words.
  return /\p{Script=Han}/u.test(issue.message) ? issue.message : '格式不对';
}
