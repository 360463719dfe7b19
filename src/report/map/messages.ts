import { said } from '../../scenario/errors.ts';

/** What is told of a base map that cannot be drawn on. */
export const mapMessages = {
  noFile: () => said({ zh: '应为可读取的底图文件，实际没有', en: 'must be a base map that can be read, got nothing' }),
  noJson: () =>
    said({
      zh: '应为 TopoJSON 或 GeoJSON，实际不是 JSON',
      en: 'must be TopoJSON or GeoJSON, got what is no JSON',
    }),
  noFeatures: () =>
    said({
      zh: '应含有面要素（TopoJSON 的 objects 或 GeoJSON 的 features），实际没有',
      en: 'must hold areas (objects of TopoJSON or features of GeoJSON), got none',
    }),
  noDegrees: () =>
    said({
      zh: '坐标应为经纬度（度），实际为投影坐标或其他数值',
      en: 'must be in degrees of longitude and latitude, got other coordinates',
    }),
  noCode: (example: string) =>
    said({
      zh: `要素应有属性 code 为六位行政区划代码（如 ${example}），实际没有一个与结果中的地方相符`,
      en: `features must have the six-digit code of a place as their property code (as ${example}), got none that is in the result`,
    }),
};
