import { useMemo } from 'react';
import { useEdit, useWork } from './edit-context.ts';
import { locateRemarks, type LocatedRemark } from './remarks.ts';

/** The errors of the import, where they are by now. */
export function useRemarks(): readonly LocatedRemark[] {
  const work = useWork();
  const remarks = useEdit((state) => state.remarks);
  return useMemo(() => locateRemarks(work, remarks), [work, remarks]);
}
