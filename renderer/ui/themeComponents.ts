import type { Components, CssVarsTheme, Theme } from '@mui/material/styles'

type Themed = Omit<Theme, 'components'> & CssVarsTheme

const focusRing = (theme: Themed) => ({
  outline: `2px solid ${theme.vars.palette.primary.main}`,
  outlineOffset: 1,
})

/** Component defaults: small, square-ish, without ripple or motion, with a focus ring that is always visible. */
export const componentDefaults: Components<Themed> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      'html, body, #root': { height: '100%' },
      body: {
        fontVariantNumeric: 'tabular-nums',
        fontFeatureSettings: '"tnum"',
        backgroundColor: theme.vars.palette.background.default,
        overflow: 'hidden',
      },
      'button, input, select, textarea': { fontFamily: 'inherit', fontVariantNumeric: 'inherit' },
      ':focus-visible': focusRing(theme),
      '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
      '::selection': {
        backgroundColor: theme.vars.palette.primary.main,
        color: theme.vars.palette.primary.contrastText,
      },
    }),
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: ({ theme }) => ({ '&.Mui-focusVisible': focusRing(theme) }) },
  },
  MuiButton: {
    defaultProps: { size: 'small', disableElevation: true, variant: 'outlined', color: 'primary' },
    styleOverrides: {
      root: { minWidth: 64, padding: '4px 12px', minHeight: 32, whiteSpace: 'nowrap' },
      outlined: ({ theme }) => ({ borderColor: theme.vars.palette.divider }),
    },
  },
  MuiIconButton: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { borderRadius: 4, padding: 6 } },
  },
  MuiSvgIcon: { defaultProps: { fontSize: 'small' } },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiOutlinedInput: {
    defaultProps: { size: 'small', notched: false },
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.vars.palette.background.paper,
        '& .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.text.disabled,
          top: 0,
          '& legend': { display: 'none' },
        },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 2 },
        '& input:focus-visible, & textarea:focus-visible, & select:focus-visible': { outline: 'none' },
      }),
      input: ({ theme }) => ({
        padding: '5px 8px',
        height: 20,
        '&::placeholder': { color: theme.vars.palette.text.disabled, opacity: 1 },
      }),
      multiline: { padding: 0, '& textarea': { padding: '6px 8px', height: 'auto', lineHeight: 1.6 } },
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      inputRoot: {
        '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall': {
          padding: '0 30px 0 0',
          '& .MuiAutocomplete-input': { padding: '5px 8px' },
        },
      },
      option: { minHeight: 34 },
    },
  },
  MuiNativeSelect: { styleOverrides: { select: { minHeight: 20 } } },
  MuiDialog: {
    defaultProps: { transitionDuration: 0 },
    styleOverrides: {
      paper: ({ theme }) => ({ border: `1px solid ${theme.vars.palette.divider}`, borderRadius: 6 }),
    },
  },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(0 0 0 / 32%)' } } },
  },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '16px 20px 8px' } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '4px 20px 12px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
  MuiMenu: { defaultProps: { transitionDuration: 0 } },
  MuiPopover: {
    defaultProps: { transitionDuration: 0 },
    styleOverrides: {
      paper: ({ theme }) => ({
        border: `1px solid ${theme.vars.palette.divider}`,
        boxShadow: '0 4px 16px rgb(0 0 0 / 18%)',
      }),
    },
  },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 32, fontSize: 14, padding: '4px 12px' } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, slotProps: { transition: { timeout: 0 } } },
    styleOverrides: {
      tooltip: ({ theme }) => ({
        fontSize: 12,
        backgroundColor: theme.vars.palette.text.primary,
        color: theme.vars.palette.background.paper,
      }),
    },
  },
  MuiTab: { styleOverrides: { root: { minHeight: 36, padding: '4px 12px', textTransform: 'none' } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 36 } } },
  MuiCheckbox: { defaultProps: { size: 'small' } },
  MuiRadio: { defaultProps: { size: 'small' } },
  MuiLink: { defaultProps: { underline: 'hover' } },
}
