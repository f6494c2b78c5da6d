/** 等级, best first: A 优秀, B 良好, C 合格, D 不合格, E 不适用. */
export const grades = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof grades)[number];

/** 要点判定: met 符合, partial 部分符合, unmet 不符合, n/a 不适用. */
export const marks = ['met', 'partial', 'unmet', 'n/a'] as const;
export type Mark = (typeof marks)[number];

const strength = { A: 3, B: 2, C: 1, D: 0 } as const;

/** Whether `grade` is `wanted` or better (A counts as B and as C). E is no grade in this order. */
export function isAtLeast(grade: Grade, wanted: Exclude<Grade, 'E'>): boolean {
  return grade !== 'E' && strength[grade] >= strength[wanted];
}
