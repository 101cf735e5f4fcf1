/**
 * The least that an Electron app can be: one window with a static page. What its start costs is what any app
 * on Electron pays before it has done anything of its own.
 */
const { join } = require('node:path')
const process = require('node:process')
const { app, BrowserWindow } = require('electron')

app.setPath('userData', process.env.BENCH_PROFILE ?? join(app.getPath('temp'), 'bench-bare'))
// As the app does it: with both, no child process would live.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  // The page changes its title after its second frame: the same moment at which the desk calls itself usable.
  window.on('page-title-updated', (_event, title) => {
    if (title !== 'usable') return
    process.stdout.write(`usable ${Math.round(Date.now() - process.getCreationTime())}\n`)
    app.quit()
  })
  window.loadFile(join(__dirname, 'index.html'))
})
