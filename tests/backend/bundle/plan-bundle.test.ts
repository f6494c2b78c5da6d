import { describe, expect, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';
import { windowsName } from '../../../shared/domain/evidence/windows-name.ts';
import { planBundle } from '../../../electron/backend/bundle/plan-bundle.ts';
import { evidenceOf, randomRound, readStandard, seeded, withState } from '../workbook/round-fixture.ts';

const empty = randomRound({ seed: 1, evidence: 0 });
const bare: RoundView = { ...empty, states: empty.states.map((state) => ({ ...state, evidence: [] })) };
const pathsOf = (...evidence: readonly Evidence[]) =>
  planBundle(withState(bare, 0, { evidence })).files.map((file) =>
    file.path.replace('佐证材料/1 功能任务与资源配置/1.1.1 基本功能/', ''),
  );

/** A clause's title changed everywhere. */
const retitled = (standard: Standard, title: string): Standard => ({
  ...standard,
  chapters: standard.chapters.map((chapter) => ({
    ...chapter,
    title,
    sections: chapter.sections.map((section) => ({
      ...section,
      clauses: section.clauses.map((clause) => ({ ...clause, title })),
    })),
  })),
});

describe('佐证文件夹的布局', () => {
  test('章/条款/编号 标题.扩展名', () => {
    const plan = planBundle(withState(bare, 0, { evidence: [evidenceOf('1.1.1-01', '功能任务说明', 1)] }));
    expect(plan.files.map((file) => file.path)).toEqual([
      '佐证材料/1 功能任务与资源配置/1.1.1 基本功能/1.1.1-01 功能任务说明.pdf',
    ]);
    expect(plan.files[0]).toMatchObject({ number: '1.1.1-01', title: '功能任务说明', clauses: ['1.1.1'] });
  });

  test('一份材料有几个文件时加后缀；标题里已有的扩展名不重复', () => {
    expect(pathsOf(evidenceOf('1.1.1-01', '签到表', 2, 'jpg'))).toEqual([
      '1.1.1-01 签到表-1.jpg',
      '1.1.1-01 签到表-2.jpg',
    ]);
    expect(pathsOf(evidenceOf('1.1.1-01', '签到表.JPG', 1, 'jpg'))).toEqual(['1.1.1-01 签到表.jpg']);
    expect(pathsOf(evidenceOf('1.1.1-01', '没有扩展名', 1, ''))).toEqual(['1.1.1-01 没有扩展名']);
  });

  test('Windows 不接受的、链接里有歧义的字符都换掉', () => {
    expect(pathsOf(evidenceOf('a/b:1', 'CON <x>|"?*\\ 100% #1 [附]..', 1))).toEqual([
      'a_b_1 CON _x______ 100％ ＃1 ［附］.pdf',
    ]);
    expect(pathsOf(evidenceOf('1', '报告\u202efdp', 1, 'exe'))).toEqual(['1 报告fdp.exe']);
  });

  test('同样的内容只放一份，每一处都连到它；扩展名不同的各放一份', () => {
    const [first, again, other] = [
      evidenceOf('1.1.1-01', '院感制度', 1),
      { ...evidenceOf('1.1.1-02', '院感管理制度（终稿）', 1), id: 'again' as Evidence['id'] },
      { ...evidenceOf('1.1.1-03', '院感制度', 1, 'wps'), id: 'other' as Evidence['id'] },
    ];
    const plan = planBundle(withState(bare, 0, { evidence: [first, again, other] }), () => 'same');
    expect(plan.files.map(({ path }) => path.split('/').at(-1))).toEqual([
      '1.1.1-01 院感制度.pdf',
      '1.1.1-03 院感制度.wps',
    ]);
    const placeOf = ({ files }: Evidence) => plan.links.get(files[0]!.id);
    expect(placeOf(again)).toBe(placeOf(first));
    expect(placeOf(other)).toBe(plan.files[1]!.path);
  });

  test('同名的材料互不覆盖，大小写不同也算同名', () => {
    const paths = pathsOf(
      { ...evidenceOf('1', 'A', 1), id: 'x' as Evidence['id'] },
      { ...evidenceOf('1', 'a', 1), files: evidenceOf('2', 'a', 1).files },
    );
    expect(paths).toEqual(['1 A.pdf', '1 a (2).pdf']);
  });

  test('服务几个条款的文件只放一次，在标准中靠前的条款下，所有链接指向它', () => {
    const shared = evidenceOf('1.1.1-01', '院感制度', 2);
    const plan = planBundle(withState(withState(bare, 5, { evidence: [shared] }), 2, { evidence: [shared] }));
    const codes = clausesOf(bare.standard).map((clause) => clause.code);
    expect(plan.files).toHaveLength(2);
    expect(plan.files[0]?.path).toContain(`/${codes[2]} `);
    expect(plan.files[0]?.clauses).toEqual([codes[2], codes[5]]);
    expect(plan.links.get(shared.files[1]!.id)).toBe(plan.files[1]?.path);
  });

  test('标题再长，路径也短于 200 个字符，仍互不相同，编号和扩展名都在', () => {
    const standard = retitled(readStandard(), '很长的标题😀'.repeat(40));
    const states = clausesOf(standard).map((clause, index) => ({
      ...empty.states[index]!,
      evidence: Array.from({ length: 12 }, (_evidence, at) =>
        evidenceOf(`${clause.code}-${String(at).padStart(2, '0')}`, '相同的很长的标题'.repeat(30), 2),
      ),
    }));
    const plan = planBundle({ standard, states });
    expect(new Set(plan.files.map((file) => file.path.toLowerCase())).size).toBe(plan.files.length);
    for (const file of plan.files) {
      expect(file.path.length).toBeLessThan(200);
      expect(file.path).not.toMatch(/\p{Surrogate}/u);
      expect(Math.max(...file.path.split('/').map((name) => Buffer.byteLength(name)))).toBeLessThan(256);
      expect(file.path).toContain(`/${file.number} `);
      expect(file.path).toMatch(/-[12]\.pdf$/u);
    }
    expect(planBundle({ standard, states })).toEqual(plan);
  });

  test('一千个随机标题：每一段都是 Windows 合法的名字，没有两条路径相同', () => {
    const chance = seeded(9);
    const odd = [
      'CON',
      'nul',
      '.',
      '..',
      ' ',
      '😀',
      '中',
      'a',
      '*',
      '?',
      '/',
      '\\',
      ':',
      '\u0007',
      '\u200b',
      '%',
      '#',
      '(2)',
    ];
    const word = () =>
      Array.from({ length: 1 + Math.floor(chance() * 30) }, () => odd[Math.floor(chance() * odd.length)]).join('');
    const evidence = Array.from({ length: 1000 }, (_one, index) => ({
      ...evidenceOf(`${index}`, word(), 1, index % 3 === 0 ? '' : 'docx'),
      number: word().slice(0, 60),
    }));
    const plan = planBundle(withState(bare, 0, { evidence }));
    const lower = plan.files.map((file) => file.path.toLowerCase());
    expect(new Set(lower).size).toBe(1000);
    for (const file of plan.files) {
      expect(file.path.length).toBeLessThan(200);
      for (const name of file.path.split('/')) {
        expect(name).toMatch(/^[^<>:"/\\|?*]+$/u);
        expect(name).not.toMatch(/[. ]$|^(?:con|nul)(?:\.|$)/iu);
        expect(windowsName(name, 255)).toBe(name);
      }
    }
  });
});
