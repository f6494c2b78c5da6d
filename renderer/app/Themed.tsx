import type { ReactNode } from 'react';
import { ConfigProvider, theme, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useStore } from 'zustand';
import { useServices } from './services.ts';

dayjs.locale('zh-cn');

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

const shared = {
  fontFamily: '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif',
  fontSize: 13,
  borderRadius: 4,
  controlHeightSM: 28, // as our own buttons and fields
  boxShadow: 'none',
  motion: false, // what opens is there at once: a click made while it still moves was lost
};
const light: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: '#1660c4',
    colorPrimaryHover: '#1250a6', // the library lightens it, to less than text needs
    colorError: '#b93228',
    colorSuccess: '#1b7f4b',
    colorWarning: '#8f5f00',
    colorText: '#1c2329',
    colorTextSecondary: '#56616b',
    colorTextDescription: '#56616b',
    colorTextPlaceholder: '#66717b',
    colorBorder: '#cfd4da',
    colorBorderSecondary: '#e3e6ea',
  },
  components: {
    Dropdown: { controlItemBgActive: '#e8f0fb', controlItemBgActiveHover: '#e8f0fb' },
  },
};
const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#6aa5f2',
    colorError: '#f0857c',
    colorSuccess: '#5ec28c',
    colorWarning: '#e0b24a',
    colorText: '#e6e9ec',
    colorTextSecondary: '#a4adb6',
    colorTextDescription: '#a4adb6',
    colorTextPlaceholder: '#8f99a3',
    colorTextLightSolid: '#10161d',
    colorBgBase: '#15181b',
    colorBgContainer: '#1d2125',
    colorBgElevated: '#22272c',
    colorBorder: '#3b434b',
    colorBorderSecondary: '#2c3238',
  },
  // The algorithm darkens the accent; on a selected row that is too little contrast.
  components: {
    Dropdown: { colorPrimary: '#6aa5f2', controlItemBgActive: '#20324a', controlItemBgActiveHover: '#20324a' },
  },
};

/** The component library in our colours and words. Around everything that uses it, and nothing else. */
export function Themed({ children }: { children: ReactNode }) {
  const { theme: themeStore } = useServices();
  const isDark = useStore(themeStore, (state) => state.dark);
  return (
    <ConfigProvider
      locale={zhCN}
      componentSize="small"
      csp={{ nonce }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      theme={isDark ? dark : light}
    >
      {children}
    </ConfigProvider>
  );
}
