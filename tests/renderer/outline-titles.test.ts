import { describe, expect, test } from 'vitest';
import { codeWidth } from '../../renderer/features/checklist/code-width.ts';
import { sectionTitleBeside, titleBeside } from '../../renderer/features/checklist/short-title.ts';
import { standardOf } from './targets-fixture.ts';

describe('章节名：编号说过的不再说一遍', () => {
  test.each([
    ['2.1', '第二部分第一章 资源配置与运行数据指标', '资源配置与运行数据指标'],
    ['1', '第一部分 前置要求', '前置要求'],
    ['3', '第三章：护理管理', '护理管理'],
    ['2.2', '第2章 医疗安全', '医疗安全'],
    ['12', '第十二章　信息', '信息'],
    ['20', '第二十章、后勤', '后勤'],
    ['34', '第三十四节 感染', '感染'],
    // The numbers say something else than the code.
    ['2.1', '第二章 医疗安全', '第二章 医疗安全'],
    ['2.1', '第三部分第一章 医院管理', '第三部分第一章 医院管理'],
    ['1', '第一部分第一章 医院管理', '第一部分第一章 医院管理'],
    // Nothing would be left, or it is no numbering.
    ['1', '第一章', '第一章'],
    ['1', '第一责任人', '第一责任人'],
    ['3', '第三方检测', '第三方检测'],
    ['1', '医院管理', '医院管理'],
  ])('%s %s → %s', (code, title, shown) => expect(titleBeside(code, title)).toBe(shown));

  test('节名只留最后一截', () => {
    expect(sectionTitleBeside('2.2', '服务内容——医疗服务')).toBe('医疗服务');
    expect(sectionTitleBeside('1.2', '第二节 服务内容——医疗服务')).toBe('医疗服务');
  });

  test('三级医院评审标准的章名都短了', () => {
    for (const { code, title } of standardOf('tier3-2022').chapters)
      expect(titleBeside(code, title)).not.toMatch(/^第/);
  });
});

test('编号一列按最长的编号', () => {
  expect(codeWidth(standardOf('sanitary-town-2021'))).toBe(4);
  expect(codeWidth(standardOf('tier3-2022'))).toBeGreaterThan(codeWidth(standardOf('tier2-2012')));
  expect(codeWidth({ chapters: [] })).toBe(0);
});
