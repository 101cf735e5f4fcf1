import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { DataProvider, type DeskData } from '../data'
import { theme } from '../ui/theme'
import { useBridgeEvents } from './bridgeEvents'
import { ErrorBoundary } from './ErrorBoundary'
import { useKeyboard } from './shell/keyboard'
import { Startup } from './start/Startup'
import { styleCache } from './styleCache'

/** Everything around the screens: look, data, keys, and what to do when a screen breaks. */
export function App({ data }: { data: DeskData }) {
  useKeyboard()
  useBridgeEvents(data)
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <DataProvider data={data}>
          <ErrorBoundary whole>
            <Startup />
          </ErrorBoundary>
        </DataProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}
