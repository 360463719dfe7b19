import { text } from '../../language/language.ts';
import { registerChannels, residentChannels } from '../../population/balance.ts';
import { schoolStages, sexes } from '../../population/codes.ts';
import { registerTierWords, sexWords, stageWords } from '../../population/words.ts';
import {
  originTiers,
  PYRAMID_GROUPS,
  type PyramidGroup,
  placeKinds,
  registerDefinitions,
  servedGroups,
} from '../names.ts';
import { dimension, orWhole, type PartWords, part, partsOf } from './dimension.ts';
import { served } from './served.ts';
import { settlers } from './settlers.ts';

const stages = dimension(schoolStages, {
  preschool: part(stageWords.preschool, text('在幼儿园的3–5岁儿童', 'children of 3-5 in kindergarten')),
  primary: part(stageWords.primary, text('6–11岁', 'aged 6-11')),
  junior: part(stageWords.junior, text('12–14岁', 'aged 12-14')),
  senior: part(stageWords.senior, text('15–17岁在校者', 'those enrolled at 15-17')),
});

const tiers = dimension(originTiers, {
  same_county: part(
    registerTierWords['same-county'],
    text('原户籍在落户的县', 'registered before in the county they settle in'),
  ),
  same_city: part(
    registerTierWords['same-city'],
    text('原户籍在本市其他县', 'registered before in another county of the city'),
  ),
  province: part(
    registerTierWords['same-province'],
    text('原户籍在本省其他市', 'registered before in another city of the province'),
  ),
  other_province: part(
    registerTierWords['other-province'],
    text('原户籍在外省', 'registered before in another province'),
  ),
});

const places = dimension(placeKinds, {
  village: part(text('村', 'village'), text('本市的村', 'villages of the city')),
  town: part(text('县城和镇', 'county town'), text('各县的城镇', 'towns of the counties')),
  centre: part(text('中心城区', 'central city'), text('中心城区的城镇', 'towns of the central city')),
  outside: part(text('市外', 'outside'), text('本市以外', 'everywhere outside the city')),
});
const { village, town, centre, outside } = places.words;

const students = partsOf({
  students: part(
    text('学生', 'students'),
    text('因升学迁移户籍', 'whose register moves at admission to a school or college'),
  ),
});

const ages = Object.fromEntries(
  PYRAMID_GROUPS.map((group) => [
    group,
    part(text(group, group), text(`${group}岁`.replace('+岁', '岁及以上'), `aged ${group}`.replace('+', ' and over'))),
  ]),
) as Record<PyramidGroup, PartWords>;

/** Every dimension a name in the table may have in angle brackets. */
export const dimensions = {
  definition: orWhole(
    dimension(registerDefinitions, {
      by_place: part(text('按登记地', 'by place of register'), text('登记在城镇的户籍', 'registers kept in a town')),
      by_kind: part(
        text('按户口性质', 'by kind of register'),
        text('非农业户口', 'registers of the non-agricultural kind'),
      ),
      by_district: part(
        text('仅计市辖区城镇', 'town registers of urban districts alone'),
        text('市辖区内登记在城镇的户籍', 'registers kept in towns of the urban districts alone'),
      ),
    }),
  ),
  company: orWhole(
    partsOf({
      accompanying: part(
        text('随迁', 'accompanying'),
        text(
          '不住在户籍所在的县，或持农村户籍住在城镇',
          'living in another county than that of their register, or in a town on a village register',
        ),
      ),
    }),
  ),
  elsewhere: partsOf({
    province: part(
      text('本省其他县', 'another county of the province'),
      text('户籍在本省的其他县', 'registered in another county of the province'),
    ),
    other_province: part(text('外省', 'another province'), text('户籍在外省', 'registered in another province')),
  }),
  border: orWhole(
    partsOf({
      province: part(
        text('省内', 'own province'),
        text('户籍或去向在本省其他市', 'registered in, or gone to, another city of the province'),
      ),
      other_province: part(
        text('跨省', 'another province'),
        text('户籍或去向在外省', 'registered in, or gone to, another province'),
      ),
    }),
  ),
  leaver: orWhole(students),
  students,
  veterans: partsOf({
    veterans: part(text('退役军人', 'veterans'), text('按退役军人条款落户', 'settled under a clause for veterans')),
  }),
  reported: orWhole(
    partsOf({
      decision: part(text('自己申请', 'own decision'), text('自己申请落户', 'who applied for themselves')),
      kin: part(text('随迁家属', 'kin'), text('随申请人落户的家属', 'relatives who followed')),
      ...students.words,
      veterans: part(text('退役军人', 'veterans'), text('按退役军人条款落户', 'settled under a clause for veterans')),
      relabelled: part(
        text('地址变更', 'relabelled'),
        text('搬迁、城中村改造、城乡属性调整', 'resettled, villages in the city, changes of the urban-rural code'),
      ),
    }),
  ),
  tier: tiers,
  origin: partsOf({
    rural_origin: part(
      text('农村户籍', 'rural register'),
      text('基年、出生或迁入时为农村户籍', 'on a village register in the base year, at birth or at arrival'),
    ),
    urban_origin: part(
      text('城镇户籍', 'urban register'),
      text('基年、出生或迁入时为城镇户籍', 'on a town register in the base year, at birth or at arrival'),
    ),
  }),
  counted: orWhole(
    partsOf({
      agricultural: part(
        text('原农业户口', 'agricultural register'),
        text('落户前为农业户口', 'whose register was of the agricultural kind'),
      ),
      left_for_other_county: part(
        text('迁往本市其他县', 'who left for another county of the city'),
        text(
          '按迁出县统计，落户到本市其他县',
          'who settled in another county of the city, told in the county they left',
        ),
      ),
    }),
  ),
  stage: stages,
  subsidised: partsOf({
    registered: part(
      text('城镇户籍', 'town register'),
      text('主申请人户籍在该镇，含已落户者', 'reference person registered in the town, the settled included'),
    ),
    settled: part(
      text('已落户', 'settled during the run'),
      text('主申请人在模拟期内落户', 'reference person settled during the run'),
    ),
  }),
  trait: settlers,
  residentChannel: dimension(residentChannels, {
    natural: part(text('自然增长', 'natural increase'), text('出生与死亡', 'births and deaths')),
    moves: part(
      text('市内迁移', 'moves inside the city'),
      text('市内城乡之间和县之间的迁移', 'moves between village and town and between counties of the city'),
    ),
    migration: part(
      text('跨市迁移', 'migration over the border'),
      text('迁入和迁出本市', 'moves into and out of the city'),
    ),
    reclassification: part(
      text('城乡划分变更', 'reclassification'),
      text('村改居、乡改镇', 'villages that become neighbourhoods, townships that become towns'),
    ),
  }),
  registerChannel: dimension(registerChannels, {
    natural: part(text('自然增长', 'natural increase'), text('户籍出生与死亡', 'births and deaths of the registered')),
    settlement: part(text('落户', 'settlement'), text('在本市城镇落户', 'settlement in towns of the city')),
    students: part(
      text('学生', 'students'),
      text('升学时户籍迁出的学生', 'students whose register leaves at admission'),
    ),
    elsewhere: part(
      text('在外地落户', 'settled elsewhere'),
      text('离开本市者在外地落户', 'people living away who settle there'),
    ),
    reclassification: part(
      text('城乡划分变更', 'reclassification'),
      text('随村改居转为城镇的户籍', 'registers that turn with their village'),
    ),
    administrative: part(
      text('户籍整顿', 'register clean-up'),
      text('2020—2021年普查时订正的户籍', 'registers set right around the census of 2020-21'),
    ),
  }),
  place: places,
  inside: partsOf({ village, town, centre }),
  outside: partsOf({ outside }),
  sex: dimension(sexes, {
    male: part(sexWords.male, text('男性', 'men')),
    female: part(sexWords.female, text('女性', 'women')),
  }),
  age: dimension(PYRAMID_GROUPS, ages),
  counter: served,
  dwellings: partsOf({
    public_rental: part(
      text('公租房', 'public rental'),
      text('家庭租住的公租房套数', 'dwellings of public rental that families live in'),
    ),
  }),
  group: dimension(servedGroups, {
    registered: part(
      text('原有城镇户籍', 'town register'),
      text(
        '有所住城镇的户籍，且不是模拟期内落户所得',
        'on the register of the town they live in, and not by settling during the run',
      ),
    ),
    settled: part(
      text('已落户', 'settled during the run'),
      text('模拟期内落户，住在落户的县', 'who settled during the run and live in the county they settled in'),
    ),
    permit: part(
      text('持居住证', 'with a permit'),
      text('人户分离，持居住证', 'off their register with a residence permit'),
    ),
    other: part(
      text('人户分离无居住证', 'off the register without a permit'),
      text('人户分离，无居住证', 'off their register without a residence permit'),
    ),
    village: part(
      text('村', 'village'),
      text('住在村内，户籍在本县', 'living in a village and registered in its county'),
    ),
  }),
} as const;
export type Dimensions = typeof dimensions;
