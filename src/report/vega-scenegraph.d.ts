/** The part of vega-scenegraph that is used here; the package brings no types. */
declare module 'vega-scenegraph' {
  export const textMetrics: {
    width: (item: { fontSize?: number; limit?: number }, text: unknown) => number;
  };
}
