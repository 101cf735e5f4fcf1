import { createTheme, type Theme } from '@mui/material/styles'
import { darkPalette, lightPalette } from './palette'
import { componentDefaults } from './themeComponents'

/** The app's own face, behind the system's; see `fonts.ts`. */
export const OWN_FONT = 'Noto Sans SC Desk'
/** The app's own emoji, where the system has none. */
export const OWN_EMOJI = 'Noto Emoji Desk'

const FAMILY = [
  '"Microsoft YaHei UI"',
  '"PingFang SC"',
  '"Noto Sans CJK SC"',
  `"${OWN_FONT}"`,
  'system-ui',
  'sans-serif',
  '"Segoe UI Emoji"',
  '"Apple Color Emoji"',
  '"Noto Color Emoji"',
  `"${OWN_EMOJI}"`,
].join(', ')

/**
 * The look of the desk (ui.md, "Look"): 4 px grid, 14 px body, 4 px corners, no ripple, nothing that moves.
 * Light and dark follow the system through CSS variables, so switching repaints without React.
 */
export const theme: Theme = createTheme({
  cssVariables: { colorSchemeSelector: 'media', cssVarPrefix: 'desk' },
  colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
  spacing: 4,
  shape: { borderRadius: 4 },
  typography: {
    fontFamily: FAMILY,
    htmlFontSize: 16,
    fontSize: 14,
    fontWeightMedium: 600,
    h1: { fontSize: 20, fontWeight: 600, lineHeight: 1.4 },
    h2: { fontSize: 16, fontWeight: 600, lineHeight: 1.5 },
    h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.5 },
    body1: { fontSize: 14, lineHeight: 1.5 },
    body2: { fontSize: 13, lineHeight: 1.5 },
    caption: { fontSize: 12, lineHeight: 1.4 },
    button: { fontSize: 14, textTransform: 'none', fontWeight: 400, lineHeight: 1.4 },
  },
  transitions: {
    create: () => 'none',
    duration: {
      shortest: 0,
      shorter: 0,
      short: 0,
      standard: 0,
      complex: 0,
      enteringScreen: 0,
      leavingScreen: 0,
    },
  },
  components: componentDefaults,
})
