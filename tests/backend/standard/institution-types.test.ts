import { expect, test } from 'vitest';
import { fitsInstitution, institutionTypes } from '../../../shared/domain/institution.ts';
import { createStandardLibrary } from '../../../electron/backend/standard/standard-library.ts';

test('标准里写的每一种适用对象都有机构类型对得上，每一种机构都有标准可用', async () => {
  const library = createStandardLibrary('resources/standards', { version: '0' });
  const { summaries } = await library.list();
  const unreachable = summaries.flatMap(({ id, appliesTo }) =>
    appliesTo
      .filter((name) => !institutionTypes.some((type) => type !== '其他机构' && fitsInstitution([name], type)))
      .map((name) => `${id} ${name}`),
  );
  expect(unreachable).toEqual([]);
  const idle = institutionTypes.filter((type) => !summaries.some(({ appliesTo }) => fitsInstitution(appliesTo, type)));
  expect(idle).toEqual([]);
});

test('二级综合医院看得到五大中心和等级评审，看不到卫生村', () => {
  expect(fitsInstitution(['综合医院', '中医医院'], '二级综合医院')).toBe(true);
  expect(fitsInstitution(['二级综合医院'], '二级综合医院')).toBe(true);
  expect(fitsInstitution(['三级综合医院'], '二级综合医院')).toBe(false);
  expect(fitsInstitution(['村民委员会'], '二级综合医院')).toBe(false);
  expect(fitsInstitution(['村民委员会'], '其他机构')).toBe(true);
});
