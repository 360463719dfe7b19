import { defineConfig, mergeConfig } from 'vitest/config';
import whole from './vitest.config.ts';

/** Tests that take more than some five seconds of a core, by what takes them so long; a folder ends in a slash. */
export const slow = {
  'simulates a city, most of them many times over': [
    'test/analysis/attribute/attribute.test.ts',
    'test/analysis/attribute/command.test.ts',
    'test/analysis/backtest/census-outcomes.test.ts',
    'test/analysis/backtest/command.test.ts',
    'test/analysis/backtest/model.test.ts',
    'test/analysis/calibration-command.test.ts',
    'test/analysis/calibration-truth.test.ts',
    'test/analysis/compare/command.test.ts',
    'test/analysis/compare/compare.test.ts',
    'test/analysis/hindcast-targets.test.ts',
    'test/analysis/register-balance-run.test.ts',
    'test/analysis/register-balance.test.ts',
    'test/analysis/seek/command.test.ts',
    'test/analysis/seek/question.test.ts',
    'test/analysis/sensitivity/sensitivity.test.ts',
    'test/analysis/simulate.test.ts',
    'test/indicator/count-served.test.ts',
    'test/indicator/counts-of-a-year.test.ts',
    'test/kernel/capacity.test.ts',
    'test/kernel/law-in-runs.test.ts',
    'test/kernel/patterns.test.ts',
    'test/kernel/plain-kernel.test.ts',
    'test/kernel/replicate.test.ts',
    'test/population/synthesis/census-totals.test.ts',
    'test/population/synthesis/determinism.test.ts',
    'test/process/demography.test.ts',
    'test/trace/command.test.ts',
    'test/trace/find.test.ts',
    'test/trace/trace.test.ts',
    'test/twin/',
  ],
  'runs the threads or the cluster': [
    'test/run/cluster.test.ts',
    'test/run/engine.test.ts',
    'test/run/lock.test.ts',
    'test/run/new-scenario.test.ts',
    'test/run/optional-part.test.ts',
    'test/run/resume.test.ts',
    'test/run/run-replicates.test.ts',
    'test/run/same-results.test.ts',
    'test/run/shard.test.ts',
    'test/run/tls.test.ts',
    'test/run/warm-up.test.ts',
  ],
  'starts the command anew for each case': [
    'test/cli/broken-data.test.ts',
    'test/cli/closed-pipe.test.ts',
    'test/cli/counting.test.ts',
    'test/cli/fiscal.test.ts',
    'test/cli/help.test.ts',
    'test/cli/new.test.ts',
    'test/cli/policy.test.ts',
    'test/cli/population.test.ts',
    'test/cli/report.test.ts',
    'test/cli/run.test.ts',
    'test/cli/serve.test.ts',
    'test/cli/verify.test.ts',
    'test/cli/wrong-input.test.ts',
  ],
  'goes through hundreds of mutants, or all scenarios and data': [
    'test/data/load-city-data.test.ts',
    'test/hostile/',
    'test/policy/cases.test.ts',
    'test/policy/mutants.test.ts',
    'test/scenario/load-scenario.test.ts',
    'test/scenario/scenarios.test.ts',
  ],
  'draws every chart, recalculates in LibreOffice, or opens a browser': [
    'test/report/charts.test.ts',
    'test/report/page/browser.test.ts',
    'test/report/render-charts.test.ts',
    'test/report/render-png.test.ts',
    'test/report/workbook/workbook.test.ts',
    'test/web/page.test.ts',
    'test/web/server.test.ts',
  ],
  'times the model': ['test/bench/'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const slowFiles: readonly string[] = Object.values(slow).flat();

/** What a person runs before a commit: within a minute on two cores. Files share the modules they load. */
export default mergeConfig(
  whole,
  defineConfig({
    test: {
      exclude: slowFiles.map((file) => (file.endsWith('/') ? `${file}**` : file)),
      isolate: false,
      testTimeout: 120_000,
    },
  }),
);
