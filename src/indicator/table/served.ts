import { text } from '../../language/language.ts';
import { type ServedCounter, servedCounters } from '../names.ts';
import { dimension, part } from './dimension.ts';

/** Counters of persons; the dwellings of public rental have a row of their own. */
type PersonCounter = Exclude<ServedCounter, 'public_rental'>;

/** Whom a service counts. */
export const served = dimension(
  servedCounters.filter((counter): counter is PersonCounter => counter !== 'public_rental'),
  {
    residents: part(text('常住人口', 'residents'), text('全部常住人口', 'all residents')),
    townspeople: part(text('城镇常住', 'residents of towns'), text('住在城镇的人', 'those who live in towns')),
    preschool: part(text('学前', 'preschool'), text('在幼儿园的3–5岁儿童', 'children of 3-5 in kindergarten')),
    primary: part(text('小学', 'primary'), text('6–11岁', 'aged 6-11')),
    junior: part(text('初中', 'junior secondary'), text('12–14岁', 'aged 12-14')),
    senior: part(text('高中阶段', 'senior secondary'), text('15–17岁在校者', 'those enrolled at 15-17')),
    employee_insured: part(
      text('职工参保', 'employee insurance'),
      text('参加职工保险的在职者', 'workers with employee insurance'),
    ),
    resident_insured: part(
      text('居民医保对象', 'resident insurance'),
      text('没有职工保险的人', 'those without employee insurance'),
    ),
    employee_pension: part(
      text('职工养老金领取人', 'employee pensioners'),
      text('60岁及以上、缴费满15年者', 'aged 60 and over with 15 years of contributions'),
    ),
    resident_pension: part(
      text('居民养老金领取人', 'resident pensioners'),
      text('60岁及以上、没有职工保险者', 'aged 60 and over without employee insurance'),
    ),
    elderly: part(text('60岁及以上', 'aged 60 and over'), text('60岁及以上', 'aged 60 and over')),
    informal: part(
      text('未参加职工保险的从业者和求职者', 'workers and work seekers without employee insurance'),
      text('未参加职工保险的雇员和求职者', 'employees and work seekers without employee insurance'),
    ),
  },
);
