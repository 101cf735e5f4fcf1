export { TrayScreen as default } from './tray/TrayScreen'
