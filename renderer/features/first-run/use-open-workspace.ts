import { useServices } from '../../app/services.ts';

/** Lets the user pick a workspace folder and goes there. Nothing changes when they think better of it. */
export function useOpenWorkspace() {
  const { api, app, bridge, notes } = useServices();
  return async () => {
    try {
      const folder = await bridge.pickFolder('open-workspace');
      if (!folder) return;
      await notes.getState().flush();
      await app.getState().enter(await api['workspace.open']({ folder: folder.token }));
    } catch (cause) {
      app.getState().fail(cause);
    }
  };
}
