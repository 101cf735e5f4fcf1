// Made up. Sentences in the way people complain, with what is hard to set in type: quotation marks, brackets,
// numbers, phones, plates, times, rare characters, emoji, names with ·.
const SENTENCES = [
  '本人是5栋2单元301的业主堃先生，从2026年9月起楼上（5-2-401）每晚23:30以后还在搬动家具，声音很大，孩子无法入睡。',
  '我先后打过三次电话（138 0013 8000、0755-2688 8888），值班员都说“马上处理”，可是到今天没有一个人上门。',
  '上周五下班回来，我的车粤B·D12345又被一辆没有登记的面包车（粤A·88K66）堵在B2层128号车位，等了1小时40分钟才开出来。',
  '《物业服务合同》第12条写着：“接到报修后15分钟内到场”，请问做到了吗？押金3,280.50元和电梯费128.00元/月，收费的时候却一分钟都不晚！',
  '隔壁的𠮷田先生、䶮女士和阿依古丽·买买提都可以作证；㛃阿姨的母亲今年86岁，行动不便，电梯停了2天，她就在家里关了2天。',
  '我的要求很简单：①查清楚是谁的责任；②三天之内给书面答复；③以后不要再发生。如果还是这样，我会向住建局反映（编号客服-TS-2026-0007可查）。',
  '谢谢你们客服小姑娘的耐心😀，她记得很仔细，可是光记下来没有用……',
]

/** A text of exactly `length` characters (code points), sentences repeated, a line break after each third. */
export function longText(length: number): string {
  const chars: string[] = []
  for (let index = 0; chars.length < length; index += 1) {
    chars.push(...(SENTENCES[index % SENTENCES.length] ?? ''), ...(index % 3 === 2 ? ['\n'] : []))
  }
  return chars.slice(0, length).join('')
}
