/** One point; a command stands below it on a line of its own, as it is typed. */
export interface Point {
  text: string
  command?: string
}

/** A part of the sheet: its title and what is said there, point by point. */
export interface Section {
  title: string
  points: Point[]
}

const said = (text: string): Point => ({ text })

/** What the password opens, and what is lost with it. */
export function whatFor(): Section {
  return {
    title: '一、这张纸管什么用',
    points: [
      said('电脑坏了、丢了、换了或者重装了系统，要用上面的备份密码打开备份，把记录和附件全部恢复出来。'),
      said('这台电脑认不出自己的密钥时，用它打开加密的内容；主任忘记 PIN 时，用它重设 PIN。'),
      said(
        '密码由本机随机生成，除这张纸和这台电脑外没有第三处。纸丢了、电脑又坏了，备份就再也打不开，谁也帮不上忙。',
      ),
    ],
  }
}

/** Where it lies and who may see it. */
export function howToKeep(sheetId: string): Section {
  return {
    title: '二、怎样保管',
    points: [
      said('锁在保险柜或档案柜里，由主任保管。不要贴在电脑上，不要放进前台抽屉，不要同备份盘放在一起。'),
      said('不要拍照，不要扫描，不要用微信或邮件发送。可以打印两份，另一份封好存放在别处。'),
      said('主任交接时当面移交并写进交接记录。怀疑有人看过或抄过，请到“设置 → 安全”换新恢复单。'),
      said(
        `换新以后，从前的备份仍要用从前的恢复单打开。备份文件旁边的 index.json 写明要用哪一张（本单单号 ${sheetId}）；那些备份还留着，这张纸就不要销毁。`,
      ),
    ],
  }
}

/** In the app, and without it: a backup is an ordinary age file. */
export function howToUse(): Section {
  return {
    title: '三、怎样使用',
    points: [
      said(
        '软件请您输入备份密码时，照上面六组依次输入，大小写、空格和横线都不影响；也可以用扫描枪扫右上方的二维码。',
      ),
      said('密码里没有 0、1、I、L、O、U、V，看着像这些的一定是别的字母或数字。'),
      {
        text: '没有本软件也能打开：备份是通用的 age 加密文件。装上 age 程序，在命令行输入下面一行，提示 passphrase 时输入密码（大写字母，组间加横线）。得到的是普通压缩包，里面是文本。',
        command: 'age -d -o backup.tar.gz 备份文件名.fdbackup',
      },
      {
        text: '附件的密钥写在压缩包里的 keys.json，identity 一项。把它存成 key.txt，再输入：',
        command: 'age -d -i key.txt -o 新文件名 附件文件名.age',
      },
    ],
  }
}
