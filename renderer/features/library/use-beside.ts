import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '../../../shared/contract/contract.ts';
import { useServices } from '../../app/services.ts';

interface Beside {
  readonly works: Output<'own.works'>;
  readonly worded: Output<'official.list'>;
}

const nothing: Beside = { works: [], worded: [] };

/** What the workspace has beside the standards: own ones under edit, official wording. `version` asks again. */
export function useBeside(version: number): Beside {
  const { api, app } = useServices();
  const workspace = useStore(app, (state) => state.workspace?.id);
  const [beside, setBeside] = useState(nothing);
  useEffect(() => {
    if (workspace === undefined) return;
    let isWanted = true;
    Promise.all([api['own.works']({}), api['official.list']({})]).then(
      ([works, worded]) => isWanted && setBeside({ works, worded }),
      (cause: unknown) => isWanted && app.getState().fail(cause),
    );
    return () => {
      isWanted = false;
    };
  }, [api, app, workspace, version]);
  return workspace === undefined ? nothing : beside;
}
