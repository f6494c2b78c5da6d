import { createStore } from 'zustand/vanilla';
import type { RecentWorkspace, WorkspaceInfo, WorkspaceState } from '../../shared/contract/workspace.ts';
import type { RoundSummary, RoundView } from '../../shared/contract/round.ts';
import type { Api, Input } from '../../shared/contract/contract.ts';
import type { RoundId } from '../../shared/domain/id.ts';
import { errorDtoOf } from './call-error.ts';

export type RoundPage = 'checklist' | 'targets' | 'evidence' | 'standard' | 'library';
export type Screen =
  | { readonly kind: 'starting' }
  | { readonly kind: 'first-run' }
  /** With a pack, that one is chosen already. */
  | { readonly kind: 'choose-standard'; readonly packId?: string }
  /** 标准库 outside of a round. */
  | { readonly kind: 'library' }
  /** 导入标准; with a pack, its official wording or its newer edition is expected. */
  | { readonly kind: 'import-standard'; readonly packId?: string }
  /** 编辑本院标准: what is begun from, as `own.begin` takes it. */
  | { readonly kind: 'edit-standard'; readonly from: Input<'own.begin'>['from'] }
  /** 关联条款 of a standard with others. */
  | { readonly kind: 'link-standards'; readonly packId: string; readonly otherPackId?: string }
  /** A round onto another edition. */
  | { readonly kind: 'move-round'; readonly roundId: RoundId; readonly packId?: string }
  | { readonly kind: 'round'; readonly page: RoundPage };

export type Dialog = 'export' | 'keys' | 'rename';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  readonly details: readonly string[];
  /** For us, never shown. */
  readonly code?: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export interface AppState {
  readonly screen: Screen;
  readonly workspace: WorkspaceInfo | undefined;
  readonly rounds: readonly RoundSummary[];
  readonly recent: readonly RecentWorkspace[];
  readonly notices: readonly Notice[];
  readonly dialog: Dialog | undefined;
  /** `isLost`: the backend process ended, and nothing is saved until there is another; `failure`: why there is none yet. */
  readonly backend: { readonly isLost: boolean; readonly failure?: string };
  /** The round that is being opened; keys pressed meanwhile go on from it. */
  readonly opening: RoundId | undefined;
  start(): Promise<void>;
  /** Takes in what the backend says about the workspace and goes to the round worked in last, or to choosing a standard. */
  enter(state: WorkspaceState): Promise<void>;
  openRound(roundId: RoundId, atHand?: RoundView): Promise<void>;
  /** Another round of the workspace, on the page that is looked at. */
  switchRound(roundId: RoundId): Promise<void>;
  closeWorkspace(): Promise<void>;
  loseBackend(): void;
  /** Starts another backend and goes on where the last one ended, with everything half-typed. */
  restartBackend(): Promise<void>;
  show(screen: Screen): void;
  openDialog(dialog: Dialog | undefined): void;
  notify(text: string, more?: Partial<Pick<Notice, 'details' | 'action'>>): void;
  fail(cause: unknown): void;
  dismiss(id: number): void;
}

export interface AppDeps {
  readonly api: Pick<Api, 'workspace.state' | 'workspace.close' | 'round.list'>;
  /** Asks for the round, unless it is at hand. */
  readonly loadRound: (roundId: RoundId, atHand?: RoundView) => Promise<void>;
  /** Saves what is half-typed; called before anything is left. */
  readonly beforeLeaving: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Reads the open round again, and saves what could not be saved. */
  readonly readAgain: () => Promise<void>;
  /** What the user can do at once about a refusal. */
  readonly remedy: (code: string) => Notice['action'];
}

const lostCode = 'app/backend-gone';
const notReopened = '后台程序启动了，但这个工作区没有打开。请再试一次；还不行就关闭达标，重新打开。';

export const createAppStore = (deps: AppDeps) => {
  const { api, loadRound, beforeLeaving, restart, readAgain, remedy } = deps;
  let lastNotice = 0;
  return createStore<AppState>()((set, get) => {
    const add = (notice: Omit<Notice, 'id'>) =>
      set(({ notices }) => {
        const others = notices.filter(({ kind, text }) => kind !== notice.kind || text !== notice.text);
        return { notices: [...others.slice(-3), { ...notice, id: ++lastNotice }] };
      });
    const pageInSight = (): RoundPage => {
      const { screen } = get();
      return screen.kind === 'round' ? screen.page : 'checklist';
    };
    /** Without a page it stays on the one that is looked at once the round is there. */
    const goTo = async (roundId: RoundId, page?: RoundPage, atHand?: RoundView) => {
      set({ opening: roundId });
      try {
        await beforeLeaving();
        await loadRound(roundId, atHand);
        set({ screen: { kind: 'round', page: page ?? pageInSight() } });
        // The round that was left may have another target by now.
        if (get().rounds.length > 1 || !get().rounds.some(({ id }) => id === roundId)) {
          set({ rounds: await api['round.list']({}) });
        }
      } catch (cause) {
        get().fail(cause);
        if (get().screen.kind === 'starting') set({ screen: { kind: 'choose-standard' } });
      } finally {
        if (get().opening === roundId) set({ opening: undefined });
      }
    };
    return {
      screen: { kind: 'starting' },
      workspace: undefined,
      rounds: [],
      recent: [],
      notices: [],
      dialog: undefined,
      backend: { isLost: false },
      opening: undefined,
      start: async () => {
        try {
          await get().enter(await api['workspace.state']({}));
        } catch (cause) {
          set({ screen: { kind: 'first-run' } });
          get().fail(cause);
        }
      },
      enter: async ({ workspace, rounds, recent, lastRound, lastView }) => {
        set({ workspace, rounds, recent });
        if (workspace?.remark !== undefined) get().notify(workspace.remark);
        if (!workspace) set({ screen: { kind: 'first-run' } });
        else if (lastRound) await get().openRound(lastRound, lastView);
        else set({ screen: { kind: 'choose-standard' } });
      },
      openRound: (roundId, atHand) => goTo(roundId, 'checklist', atHand),
      switchRound: (roundId) => goTo(roundId),
      closeWorkspace: async () => {
        try {
          await beforeLeaving();
          await get().enter(await api['workspace.close']({}));
        } catch (cause) {
          get().fail(cause);
        }
      },
      show: (screen) => set({ screen }),
      openDialog: (dialog) => set({ dialog }),
      notify: (text, more = {}) => add({ kind: 'info', text, details: [], ...more }),
      loseBackend: () => {
        if (!get().backend.isLost) set({ backend: { isLost: true } });
      },
      restartBackend: async () => {
        try {
          await restart();
          const state = await api['workspace.state']({});
          if (get().screen.kind === 'first-run') await get().enter(state);
          else if (state.workspace?.id !== get().workspace?.id) {
            return set({ backend: { isLost: true, failure: notReopened } });
          } else await readAgain();
          set({ backend: { isLost: false } });
        } catch (cause) {
          set({ backend: { isLost: true, failure: errorDtoOf(cause).message } });
        }
      },
      fail: (cause) => {
        const { message, details, code } = errorDtoOf(cause);
        if (code === lostCode) return get().loseBackend();
        add({ kind: 'error', text: message, details, code, action: remedy(code) });
      },
      dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    };
  });
};
export type AppStore = ReturnType<typeof createAppStore>;
