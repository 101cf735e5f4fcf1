import { describe, expect, it } from 'vitest'
import type { Cause } from '../../../shared/domain/complaint/types'
import { matchGuidance } from '../../../shared/domain/guidance/match'
import { loadGuidance } from './catalogue'

const catalogue = await loadGuidance()

/** What residents say at the counter, and the matter that is meant. */
const SENTENCES: readonly [said: string, id: string][] = [
  ['楼上漏水，我家天花板湿了一大片', 'leak-above'],
  ['楼上的卫生间又漏了，滴到我床上', 'leak-above'],
  ['我家客厅吊顶上一直在渗水，墙皮都掉了', 'leak-above'],
  ['楼下说我家漏水，让我赔，我家明明没问题', 'leak-below'],
  ['一下雨飘窗就进水，外墙渗的', 'leak-roof-wall'],
  ['顶楼漏，屋面防水早就不行了', 'leak-roof-wall'],
  ['厨房下水道堵了，污水往上返', 'drain-blocked'],
  ['卫生间地漏一直返水，臭得不行', 'drain-blocked'],
  ['楼道里水管爆裂了，水往电梯里流', 'pipe-burst'],
  ['怎么又停水了，也没人说一声什么时候来水', 'water-supply'],
  ['水压太小了，热水器都打不着，水还发黄，水黄得很', 'water-supply'],
  ['隔壁装修中午还在用电钻，孩子没法睡', 'noise-renovation'],
  ['楼下装修砸承重墙了，我家墙都裂了', 'wall-demolished'],
  ['楼上小孩半夜跑来跑去，脚步声咚咚响', 'noise-living'],
  ['隔壁天天晚上打麻将吵得睡不着', 'noise-living'],
  ['楼上练琴练到十点，钢琴声太大', 'noise-living'],
  ['广场舞的音箱开到九点半还不停', 'noise-square'],
  ['楼下饭店油烟全飘到我家窗户里', 'smell-shop'],
  ['地下水泵房晚上嗡嗡响，低频噪音受不了', 'noise-equipment'],
  ['对门把鞋柜和纸箱堆在楼道里', 'corridor-clutter'],
  ['有人在天台种菜还搭了个棚子，把楼顶的门锁了', 'rooftop-use'],
  ['楼上阳台浇花，水滴到我晒的被子上', 'balcony-use'],
  ['我想封阳台，要什么手续', 'balcony-use'],
  ['楼上扔烟头下来把我家遮阳篷烫了个洞', 'thrown-objects'],
  ['有人高空抛物，一个瓶子砸到我旁边', 'thrown-objects'],
  ['外墙瓷砖掉下来好几块，下面就是儿童路', 'falling-parts'],
  ['有人遛狗不牵绳，吓到孩子', 'dog-loose'],
  ['楼上的狗整天叫，狗屎也不捡', 'dog-loose'],
  ['我儿子刚才在楼下被狗咬了，腿上流血', 'dog-bite'],
  ['有人天天在单元门口喂流浪猫，车上全是爪印', 'cat-poultry'],
  ['隔壁群租，打隔断住了十几个人', 'group-renting'],
  ['对门的租户天天半夜带人回来吵，房东也不管', 'tenant-trouble'],
  ['楼上开培训班，电梯里全是人，进出人多', 'home-business'],
  ['邻居装的摄像头对着我家门口，侵犯隐私', 'light-blocked'],
  ['电梯里老有人抽烟，二手烟呛死了', 'smoking-burning'],
  ['我的车停在地库被刮了，从车头到车尾一条划痕', 'car-scratched'],
  ['早上出来发现车被撞了，对方跑了', 'car-scratched'],
  ['我的车位被占了，联系不上车主，麻烦挪车', 'parking-blocked'],
  ['停车费怎么又涨了，月卡还没有车位停', 'parking-fee'],
  ['有人把电瓶车推上楼在家门口充电', 'ev-charging'],
  ['家里被偷了，门锁被撬，首饰没了', 'theft'],
  ['我的快递放在门口不见了', 'delivery-lost'],
  ['有小贩进小区上门推销净水器', 'peddlers'],
  ['门口发传单塞门缝的太多了', 'peddlers'],
  ['单元门坏了好几天，什么闲杂人都能进，门禁没人管', 'gate-access'],
  ['我想调监控看看是谁动了我的车', 'camera-footage'],
  ['我妈在大堂滑倒了，地上有水，腿动不了', 'fall-injury'],
  ['小区水池没有护栏，小孩差点掉水里', 'pond-safety'],
  ['儿童滑梯坏了，螺丝都露出来了', 'children-play'],
  ['我被困在电梯里了，门打不开', 'lift-trapped'],
  ['电梯又坏了，抖得厉害，不平层', 'lift-failure'],
  ['通知明天停电，到底停到几点', 'power-planned'],
  ['家里突然跳闸没电了，推不上去', 'power-sudden'],
  ['三号楼门口的路灯不亮，晚上太黑', 'lights-out'],
  ['楼道的烟感一直响，是不是误报', 'fire-equipment'],
  ['可视对讲坏了，听不见声音', 'intercom-network'],
  ['垃圾桶满了三天没人清运，臭死了', 'rubbish'],
  ['楼道很脏，保洁好几天没打扫了', 'cleaning-poor'],
  ['窗前的树太高，树枝都伸进来了，什么时候修剪', 'trees'],
  ['草丛里积水，蚊子特别多', 'mosquitoes'],
  ['地下室有老鼠，把电线咬了', 'pests'],
  ['一楼的把绿地圈起来种菜，毁绿', 'green-occupied'],
  ['你们服务这么差，物业费我不交', 'fee-why'],
  ['房子一直空着没入住，凭什么交物业费', 'fee-vacant'],
  ['这个月公摊电费怎么这么多', 'fee-shared'],
  ['我早就交过了，你们还把催费单贴我家门上', 'fee-dunning'],
  ['装修押金什么时候退给我', 'deposit'],
  ['电梯广告收入的账目为什么不公示', 'maintenance-fund'],
  ['师傅上门换个水龙头乱收费，人工费要一百', 'repair-price'],
  ['前台那个小姑娘态度太差，爱理不理的', 'staff-rude'],
  ['保安打人，把我推倒了', 'guard-conflict'],
  ['报修了三天都没人来，到底什么时候修', 'repair-slow'],
  ['夜里打电话打不通，没人值班', 'no-answer'],
  ['水龙头修了又坏，返修三次了', 'repair-poor'],
  ['怎么消杀也不通知一声，公告都没看到', 'notice-missing'],
  ['我们想成立业委会，业主大会怎么开', 'owners-committee'],
  ['楼道里有煤气味', 'gas-smell'],
  ['六楼着火了，窗户冒烟', 'fire-smoke'],
  ['暴雨车库进水了，我的车泡在里面', 'storm-flood'],
  ['楼下有人喝醉了闹事，在打架', 'fight-drunk'],
  ['隔壁独居老人几天没见，敲门没人应', 'sick-elderly'],
  ['新房收房才半年，墙面裂缝空鼓，开发商不管', 'house-quality'],
  ['当初开发商承诺的幼儿园到现在没有', 'developer-promise'],
]

describe('what residents say finds its matter (domain 9)', () => {
  it('is tried with at least sixty sentences, and every matter with one of its own', () => {
    expect(SENTENCES.length).toBeGreaterThanOrEqual(60)
    const tried = new Set(SENTENCES.map(([, id]) => id))
    const matters = catalogue.filter(({ id }) => !id.startsWith('general-'))
    expect(matters.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([])
  })

  it.each(SENTENCES)('%s → %s', (said, id) => {
    const found = matchGuidance(catalogue, { causes: [], text: said })
    expect(found.slice(0, 3).map(({ matter, hits, score }) => `${matter.id} ${score} ${hits}`)).toEqual([
      expect.stringMatching(new RegExp(`^${id} `)),
      ...found.slice(1, 3).map(() => expect.any(String)),
    ])
  })

  it.each(SENTENCES)('%s stays first once its cause is judged', (said, id) => {
    const cause: Cause | undefined = catalogue.find((matter) => matter.id === id)?.causes[0]
    const found = matchGuidance(catalogue, { causes: cause ? [cause] : [], text: said })
    expect(found[0]?.matter.id).toBe(id)
  })
})
