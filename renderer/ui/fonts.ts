import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import { OWN_FONT } from './theme'

/**
 * Makes the app's own face known to the page. The browser fetches its 10 MB only when a character is in none of
 * the system fonts before it, so a machine with Chinese fonts never reads it and the start never waits for it.
 */
export function offerOwnFont(): void {
  const faces = [
    { url: regular, weight: '100 500' },
    { url: bold, weight: '501 900' },
  ]
  for (const { url, weight } of faces) {
    document.fonts.add(new FontFace(OWN_FONT, `url(${url}) format("truetype")`, { weight, display: 'swap' }))
  }
}
