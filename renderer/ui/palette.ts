import type { PaletteOptions } from '@mui/material/styles'

// What cannot be pressed says why in its own words (提交报告（还缺程度）): they are read like any other text.
const disabledLight = { disabled: '#566268', disabledOpacity: 0.65 }
const disabledDark = { disabled: '#a3aeb2', disabledOpacity: 0.65 }

// Contrast on the ground of each scheme is at least 4.5:1 for every text colour (ui.md, "Frame").
export const lightPalette: PaletteOptions = {
  primary: { main: '#0b6464', light: '#2d8484', dark: '#084b4b', contrastText: '#ffffff' },
  secondary: { main: '#47565a', contrastText: '#ffffff' },
  error: { main: '#b3261e', dark: '#8c1d18', light: '#c9463e', contrastText: '#ffffff' },
  warning: { main: '#8a5200', dark: '#6e4100', light: '#b06a00', contrastText: '#ffffff' },
  success: { main: '#2e6b34', dark: '#1f5325', light: '#4b8751', contrastText: '#ffffff' },
  info: { main: '#35586b', contrastText: '#ffffff' },
  background: { default: '#eef1f1', paper: '#ffffff' },
  text: { primary: '#192023', secondary: '#4a565a', disabled: '#66727a' },
  divider: '#cfd7d8',
  action: {
    hover: '#0b64640f',
    selected: '#0b64641f',
    focus: '#0b646429',
    active: '#47565a',
    ...disabledLight,
  },
}

export const darkPalette: PaletteOptions = {
  primary: { main: '#63c2ba', light: '#8bd6cf', dark: '#3d9d95', contrastText: '#06201f' },
  secondary: { main: '#a9b7ba', contrastText: '#12181a' },
  error: { main: '#ff8f86', dark: '#e0655b', light: '#ffb3ac', contrastText: '#2b0906' },
  warning: { main: '#f0b45c', dark: '#cf9338', light: '#f7cd8f', contrastText: '#2a1b02' },
  success: { main: '#86c98c', dark: '#62a868', light: '#a9dbad', contrastText: '#08210b' },
  info: { main: '#9cc0d2', contrastText: '#0d1a20' },
  background: { default: '#12171a', paper: '#1b2225' },
  text: { primary: '#e6ebec', secondary: '#b0bbbe', disabled: '#8b979b' },
  divider: '#384346',
  action: {
    hover: '#63c2ba17',
    selected: '#63c2ba2e',
    focus: '#63c2ba38',
    active: '#a9b7ba',
    ...disabledDark,
  },
}
