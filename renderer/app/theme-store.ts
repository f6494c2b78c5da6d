import { createStore } from 'zustand/vanilla';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

export interface ThemeState {
  readonly appearance: Appearance;
  /** What is drawn now. */
  readonly dark: boolean;
  choose(appearance: Appearance): void;
}

const key = 'appearance';

/** Light, dark, or as the system: on <html> for the style sheets, here for the component library. */
export const createThemeStore = (page: Window) => {
  const system = page.matchMedia('(prefers-color-scheme: dark)');
  const isDark = (appearance: Appearance) => (appearance === 'system' ? system.matches : appearance === 'dark');
  const stored = page.localStorage.getItem(key);
  const initial = appearances.find((appearance) => appearance === stored) ?? 'system';
  const store = createStore<ThemeState>()((set) => ({
    appearance: initial,
    dark: isDark(initial),
    choose: (appearance) => {
      page.localStorage.setItem(key, appearance);
      set({ appearance, dark: isDark(appearance) });
    },
  }));
  const draw = ({ dark }: ThemeState) => (page.document.documentElement.dataset['theme'] = dark ? 'dark' : 'light');
  draw(store.getState());
  store.subscribe(draw);
  system.addEventListener('change', () => store.setState(({ appearance }) => ({ dark: isDark(appearance) })));
  return store;
};
export type ThemeStore = ReturnType<typeof createThemeStore>;
