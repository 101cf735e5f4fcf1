import emoji from '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf?url'
import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import { OWN_EMOJI, OWN_FONT } from './theme'

/**
 * Makes the app's own faces known to the page. The browser fetches its 10 MB only when a character is in none of
 * the system fonts before it, so a machine with Chinese fonts never reads it and the start never waits for it.
 */
export function offerOwnFont(): void {
  const faces = [
    { family: OWN_FONT, url: regular, weight: '100 500' },
    { family: OWN_FONT, url: bold, weight: '501 900' },
    // The paper shows emoji in this face; a machine without one of its own would show boxes on screen only.
    { family: OWN_EMOJI, url: emoji, weight: '100 900' },
  ]
  for (const { family, url, weight } of faces) {
    document.fonts.add(new FontFace(family, `url(${url}) format("truetype")`, { weight, display: 'swap' }))
  }
}
