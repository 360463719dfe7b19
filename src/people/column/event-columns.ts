import { text } from '../../language/language.ts';
import {
  EventKind,
  educations,
  eventKinds,
  isInCity,
  registerTiers,
  sexes,
  tenures,
  works,
} from '../../population/codes.ts';
import type { Diary } from '../../population/diary.ts';
import {
  educationWords,
  eventWords,
  registerTierWords,
  sexWords,
  tenureWords,
  workWords,
} from '../../population/words.ts';
import { tierIndex } from '../../process/register/register-tier.ts';
import { personIdentity } from '../person-identity.ts';
import {
  ageGroupOf,
  ageGroups,
  areaInCity,
  areaIndex,
  areaLabels,
  cityAreaLabels,
  kindOfPlace,
  kindsOfPlace,
  routeLabels,
  routeReader,
  sides,
} from './codes.ts';
import { columnsOf, labelsOf, type View } from './column.ts';

function columns({ diary }: View): Diary['columns'] {
  if (diary === null) throw new Error('nobody kept a diary');
  return diary.columns;
}

const toKinds = new Set<number>([
  EventKind.arrival,
  EventKind.returnMigration,
  EventKind.move,
  EventKind.settlement,
  EventKind.studentRegisterIn,
]);
const registerKinds = new Set<number>([
  EventKind.registerOut,
  EventKind.studentRegisterOut,
  EventKind.registerReclassified,
  EventKind.registerSetRight,
]);

/** Which columns of the diary tell where an event is counted, by its kind. */
const countedBy = eventKinds.map((_, kind) =>
  toKinds.has(kind) ? 'to' : registerKinds.has(kind) ? 'register' : 'from',
);

/** Events of the year, one a row; what somebody was is told as of the moment before. */
export const eventColumns = columnsOf({
  event: {
    label: text('事件', 'Event'),
    definition: text('发生的事', 'What happened'),
    labels: labelsOf(eventKinds, eventWords),
    open: (view) => {
      const { kind } = columns(view);
      return (e) => kind[e];
    },
  },
  person_id: {
    label: text('人的标识', 'Person identity'),
    definition: text('事件所及的人的标识；出生为新生儿', 'Identity of the person; of a birth that of the child'),
    type: 'identity',
    open: (view) => {
      const { identity, lineage } = columns(view);
      return (e) => personIdentity(identity[e], lineage[e]);
    },
  },
  household_id: {
    label: text('户的标识', 'Household identity'),
    definition: text('当时所属的户', 'Household at that moment'),
    type: 'identity',
    open: (view) => {
      const { household } = columns(view);
      return (e) => view.identities.of(household[e]);
    },
  },
  area: {
    gaps: true,
    label: text('计入地', 'Area counted in'),
    definition: text(
      '指标把事件计入的县区，市外为空；户籍出生和死亡按户籍地',
      'Area in which the indicators count the event, empty outside the city; registered births and deaths go by the register',
    ),
    labels: cityAreaLabels,
    open: (view) => {
      const { kind, residenceArea, registerArea, toArea } = columns(view);
      const sources = { to: toArea, register: registerArea, from: residenceArea };
      return (e) => areaInCity(sources[countedBy[kind[e]]][e]);
    },
  },
  sex: {
    label: text('性别', 'Sex'),
    definition: text('男或女', 'Male or female'),
    labels: labelsOf(sexes, sexWords),
    open: (view) => {
      const { sex } = columns(view);
      return (e) => sex[e];
    },
  },
  age: {
    label: text('年龄', 'Age'),
    definition: text('当时的周岁', 'Completed years at that moment'),
    unit: 'years',
    open: (view) => {
      const { age } = columns(view);
      return (e) => age[e];
    },
  },
  age_group: {
    label: text('年龄组', 'Age group'),
    definition: text('五岁一组的年龄，85岁及以上为一组', 'Age in groups of five years, 85 and over in one'),
    labels: ageGroups,
    open: (view) => {
      const { age } = columns(view);
      return (e) => ageGroupOf(age[e]);
    },
  },
  education: {
    label: text('受教育程度', 'Schooling'),
    definition: text('上过的最高一级学校', 'Highest level of schooling attended'),
    labels: labelsOf(educations, educationWords),
    open: (view) => {
      const { education } = columns(view);
      return (e) => education[e];
    },
  },
  work: {
    label: text('工作', 'Work'),
    definition: text('当时所做的工作', 'What the person did at that moment'),
    labels: labelsOf(works, workWords),
    open: (view) => {
      const { work } = columns(view);
      return (e) => work[e];
    },
  },
  dwelling: {
    label: text('住房', 'Dwelling'),
    definition: text(
      '家庭当时在城镇的住房，集体居住另列',
      'Dwelling of the household in town at that moment, dormitories apart',
    ),
    labels: labelsOf([...tenures, 'collective'], { ...tenureWords, collective: text('集体居住', 'collective') }),
    open: (view) => {
      const { dwelling } = columns(view);
      return (e) => dwelling[e];
    },
  },
  from_area: {
    label: text('原居住地', 'Area before'),
    definition: text('事件前的居住地', 'Area of residence before the event'),
    labels: areaLabels,
    open: (view) => {
      const { residenceArea } = columns(view);
      return (e) => areaIndex(residenceArea[e], view.place);
    },
  },
  from_place: {
    label: text('原居住地类型', 'Kind of place before'),
    definition: text('事件前居住地的类型', 'Kind of place lived in before the event'),
    labels: kindsOfPlace,
    open: (view) => {
      const { residenceArea, residenceUrban } = columns(view);
      return (e) => kindOfPlace(residenceArea[e], residenceUrban[e], view.place);
    },
  },
  from_side: {
    gaps: true,
    label: text('原居住地城乡', 'Side before'),
    definition: text(
      '事件前住在城镇或村，市外为空',
      'Whether in a town or a village before the event, empty outside the city',
    ),
    labels: sides,
    open: (view) => {
      const { residenceArea, residenceUrban } = columns(view);
      return (e) => (isInCity(residenceArea[e]) ? residenceUrban[e] : Number.NaN);
    },
  },
  to_area: {
    label: text('去往地', 'Area after'),
    definition: text('迁往的居住地；落户为户籍迁往地', 'Area moved to; of a settlement that of the new register'),
    labels: areaLabels,
    open: (view) => {
      const { toArea } = columns(view);
      return (e) => areaIndex(toArea[e], view.place);
    },
  },
  to_place: {
    label: text('去往地类型', 'Kind of place after'),
    definition: text('去往地的类型', 'Kind of the place moved to'),
    labels: kindsOfPlace,
    open: (view) => {
      const { toArea, toUrban } = columns(view);
      return (e) => kindOfPlace(toArea[e], toUrban[e], view.place);
    },
  },
  to_side: {
    gaps: true,
    label: text('去往地城乡', 'Side after'),
    definition: text('去往城镇或村，市外为空', 'Whether moved to a town or a village, empty outside the city'),
    labels: sides,
    open: (view) => {
      const { toArea, toUrban } = columns(view);
      return (e) => (isInCity(toArea[e]) ? toUrban[e] : Number.NaN);
    },
  },
  register_area: {
    label: text('户籍地', 'Area of register'),
    definition: text('事件前的户籍地', 'Area of the register before the event'),
    labels: areaLabels,
    open: (view) => {
      const { registerArea } = columns(view);
      return (e) => areaIndex(registerArea[e], view.place);
    },
  },
  register_side: {
    label: text('户籍地城乡', 'Side of register'),
    definition: text(
      '事件前户籍登记在城镇或村',
      'Whether the register was kept in a town or a village before the event',
    ),
    labels: sides,
    open: (view) => {
      const { registerUrban } = columns(view);
      return (e) => registerUrban[e];
    },
  },
  register_kind: {
    label: text('户口性质', 'Kind of register'),
    definition: text('事件前的户口性质', 'Kind of the register before the event'),
    labels: labelsOf(['agricultural', 'non-agricultural'], {
      agricultural: text('农业', 'agricultural'),
      'non-agricultural': text('非农业', 'non-agricultural'),
    }),
    open: (view) => {
      const { nonAgricultural } = columns(view);
      return (e) => nonAgricultural[e];
    },
  },
  rural_origin: {
    label: text('最初为农村户籍', 'Rural origin'),
    definition: text('基年、出生或迁入时为农村户籍', 'On a village register in the base year, at birth or at arrival'),
    open: (view) => {
      const { ruralOrigin } = columns(view);
      return (e) => ruralOrigin[e];
    },
  },
  tier: {
    gaps: true,
    label: text('户籍来源', 'Where registered'),
    definition: text(
      '事件前的户籍相对去往地在本县、本市、本省或外省，去往市外为空',
      'Where the register lay seen from the place after the event, empty outside the city',
    ),
    labels: labelsOf(registerTiers, registerTierWords),
    open: (view) => {
      const { registerArea, toArea } = columns(view);
      return (e) => (isInCity(toArea[e]) ? tierIndex(registerArea[e], toArea[e]) : Number.NaN);
    },
  },
  years_here: {
    gaps: true,
    label: text('居住年数', 'Years of residence'),
    definition: text(
      '到达原居住地以来的年数，生于此地或久居则为空',
      'Years since arrival at the place lived in before the event, empty for those there since before anybody remembers',
    ),
    unit: 'years',
    open: (view) => {
      const { arrivalYear } = columns(view);
      return (e) => (arrivalYear[e] === 0 ? Number.NaN : view.year - arrivalYear[e]);
    },
  },
  applicant: {
    label: text('申请人', 'Applicant'),
    definition: text('落户者本人申请，不是随迁', 'Settled by the own application, not by following a relative'),
    open: (view) => {
      const { applicant } = columns(view);
      return (e) => applicant[e];
    },
  },
  route: {
    gaps: true,
    label: text('落户途径', 'Route of settling'),
    definition: text('落户所走的法定途径', 'Legal route of the settlement'),
    labels: routeLabels('route'),
    open: (view) => routeReader(view.place, 'route', columns(view).route),
  },
  document: {
    gaps: true,
    label: text('落户依据的文件', 'Document of settling'),
    definition: text('准许落户的政策文件', 'Policy document that let the person settle'),
    labels: routeLabels('document'),
    open: (view) => routeReader(view.place, 'document', columns(view).route),
  },
  clause: {
    gaps: true,
    label: text('落户依据的条款', 'Clause of settling'),
    definition: text('准许落户的条款，写作文件:条款', 'Clause that let the person settle, as document:clause'),
    labels: routeLabels('clause'),
    open: (view) => routeReader(view.place, 'clause', columns(view).route),
  },
});
