import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { inputFault } from '../../shared/errors/input-fault.ts';
import { startBackend, temporaryFolder } from '../support/backend.ts';

const either = z.union([
  z.strictObject({ kind: z.literal('one'), title: z.string() }),
  z.strictObject({ kind: z.literal('other') }),
]);

/** Each code that the schema library knows, from a schema that says it. */
const cases: readonly (readonly [string, z.ZodType, unknown, string])[] = [
  ['too_big', z.strictObject({ title: z.string().max(3) }), { title: '1234' }, '标题：太长，至多 3 个字'],
  ['too_big', z.number().max(3), 4, '太大，至多 3'],
  ['too_big', z.strictObject({ files: z.array(z.string()).max(1) }), { files: ['', ''] }, '文件：太多，至多 1 项'],
  ['too_small', z.strictObject({ id: z.string().min(1) }), { id: '' }, '编号：是空的'],
  ['too_small', z.string().min(3), 'x', '太短，至少 3 个字'],
  ['too_small', z.number().min(1), 0, '太小，至少 1'],
  ['too_small', z.strictObject({ files: z.array(z.string()).min(1) }), { files: [] }, '文件：是空的'],
  ['invalid_type', z.strictObject({ title: z.string() }), {}, '标题：没有写'],
  ['invalid_type', z.strictObject({ title: z.string() }), { title: 1 }, '标题：形式不对'],
  ['invalid_format', z.uuid(), 'x', '形式不对'],
  ['invalid_format', z.iso.date(), 'x', '不是日期，请写成 2026-03-01 的样子'],
  ['not_multiple_of', z.number().multipleOf(5), 3, '应是 5 的倍数'],
  ['unrecognized_keys', z.strictObject({}), { x: 1 }, '有不认识的内容“x”'],
  ['invalid_union', z.union([z.string(), z.number()]), true, '形式不对'],
  ['invalid_union', either, { kind: 'one', title: 1 }, '标题：形式不对'],
  ['invalid_key', z.record(z.string().max(1), z.string()), { ab: '' }, 'ab：形式不对'],
  ['invalid_element', z.map(z.any(), z.number()), new Map([[{} as string, 'b']]), '形式不对'],
  ['invalid_value', z.enum(['met', 'unmet']), 'x', '只能是 met、unmet'],
  ['custom', z.string().refine(() => false), 'x', '形式不对'],
  ['custom', z.string().refine(() => false, { error: '不是文件名' }), 'x', '不是文件名'],
];

test.each(cases)('%s', (code, schema, value, words) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  expect(issue?.code).toBe(code);
  expect(issue && inputFault(issue)).toBe(words);
});

test('每个请求收到乱七八糟的内容，都用中文拒绝，没有代号', async () => {
  const backend = startBackend(temporaryFolder(), { hasIndex: false });
  for (const name of Object.keys(contract)) {
    for (const input of [null, 7, [], { x: 1 }, { id: '', title: 'x'.repeat(100_000), files: 7, folder: 'x' }]) {
      const refused = await backend.call(name, input);
      if (refused.ok) continue;
      const said = [refused.error.message, ...refused.error.details].join();
      expect(said, name).not.toMatch(/too_|invalid_|unrecognized|multiple_of|Invalid|custom/u);
    }
  }
});
