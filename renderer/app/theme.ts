import type { ThemeConfig } from 'antd';

/** The look as Ant Design's tokens; `renderer/app/styles/` holds the same values as CSS variables. */
export function themeFor(look: 'standard' | 'large'): ThemeConfig {
  const isLarge = look === 'large';
  return {
    hashed: false,
    cssVar: { key: 'zhibu' },
    token: {
      colorPrimary: isLarge ? '#941C1C' : '#B22222',
      colorError: '#B22222',
      colorWarning: '#8A5A00',
      colorSuccess: '#2F6B46',
      colorInfo: '#595959',
      colorLink: '#1F1F1F',
      colorText: isLarge ? '#000000' : '#1F1F1F',
      colorTextSecondary: isLarge ? '#333333' : '#595959',
      colorTextTertiary: isLarge ? '#333333' : '#6B6B6B',
      colorTextPlaceholder: isLarge ? '#4D4D4D' : '#6B6B6B',
      colorTextDisabled: '#A3A3A3',
      colorBorder: isLarge ? '#595959' : '#949494',
      colorBorderSecondary: isLarge ? '#949494' : '#D9D9D9',
      colorBgLayout: '#F5F5F5',
      controlItemBgActive: '#F0EEEE',
      controlItemBgHover: '#FAFAFA',
      borderRadius: 4,
      borderRadiusLG: 6,
      fontSize: isLarge ? 17 : 14,
      fontSizeSM: isLarge ? 15 : 12,
      controlHeight: isLarge ? 40 : 32,
      controlHeightSM: isLarge ? 34 : 28,
      fontWeightStrong: 700,
      wireframe: false,
      motion: false,
      fontFamily:
        "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
      boxShadow: 'none',
      boxShadowTertiary: 'none',
    },
    components: {
      // Red is for what is chosen and what is late, not for where the mouse happens to be.
      Input: { hoverBorderColor: '#595959', activeBorderColor: '#B22222' },
      Select: { hoverBorderColor: '#595959', activeBorderColor: '#B22222' },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        contentFontSizeSM: isLarge ? 15 : 13,
        defaultHoverBorderColor: '#595959',
        defaultHoverColor: '#1F1F1F',
        defaultHoverBg: '#FAFAFA',
      },
    },
  };
}
