import { expect, test } from 'vitest';
import { compareCodes } from '../../../shared/domain/standard/compare-codes.ts';

test('条款号按自然顺序：1.2 在 1.10 之前', () => {
  const codes = ['1.10', '2', '1.2.1', '1.2', '10.1', '1.2.1.1', '1.a'];
  expect(codes.toSorted(compareCodes)).toEqual(['1.2', '1.2.1', '1.2.1.1', '1.10', '1.a', '2', '10.1']);
});
