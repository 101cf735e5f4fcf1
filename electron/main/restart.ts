import { app } from 'electron'

/** Ends the program as at every closing, and starts it anew with the same switches. */
export function restart(): void {
  app.relaunch()
  app.quit()
}
