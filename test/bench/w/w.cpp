// Workload W (WORKLOAD.md) as a plain loop: one pass over all households a year, one draw for every question asked.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <vector>

static const int YEARS = 15, VILLAGE = 200;
static const double B0 = -5.0, B1 = 0.12, B2 = 0.35, B3 = 0.40, B4 = 0.08, B5 = 2.0;

// xorshift64* (Vigna 2016), seeded through splitmix64 so that neighbouring seeds share nothing.
static uint64_t state;
static inline double uniform() {
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (double)((state * 0x2545F4914F6CDD1Dull) >> 11) * 0x1.0p-53;
}
static inline int below(int n) { return (int)(uniform() * n); }
static uint64_t splitmix(uint64_t x) {
  x += 0x9E3779B97F4A7C15ull;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

static double cpuSeconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1e-6 * (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

int main(int argc, char **argv) {
  const int n = argc > 1 ? atoi(argv[1]) : 1000000;
  state = splitmix(argc > 2 ? strtoull(argv[2], nullptr, 10) : 1);
  const int villages = (n + VILLAGE - 1) / VILLAGE;

  double q[101], f[101];
  for (int a = 0; a <= 100; a++) {
    q[a] = a < 100 ? 0.0002 + 0.00003 * std::exp(0.095 * a) : 1.0;
    f[a] = a >= 15 && a <= 49 ? 0.12 * std::exp(-((a - 27) / 7.0) * ((a - 27) / 7.0)) : 0.0;
  }

  std::vector<uint8_t> age(3 * n), girl(n), tenure(n), years(n), settled(n);
  std::vector<float> land(n);
  std::vector<int> settledIn(villages);
  std::vector<double> share(villages);
  for (int h = 0; h < n; h++) {
    age[3 * h] = 22 + below(29);
    age[3 * h + 1] = 20 + below(29);
    age[3 * h + 2] = below(18);
    girl[h] = uniform() < 0.5;
    tenure[h] = below(4);
    years[h] = below(15);
    land[h] = (float)(10 * uniform());
  }

  long births[YEARS] = {}, deaths[YEARS] = {}, settledHouseholds[YEARS] = {};
  const double cpu = cpuSeconds();
  const auto start = std::chrono::steady_clock::now();
  for (int t = 0; t < YEARS; t++) {
    for (int h = 0; h < n; h++) {
      uint8_t *a = &age[3 * h];
      for (int slot = 0; slot < 3; slot++) {
        a[slot]++;
        if (uniform() < q[a[slot]]) {
          deaths[t]++;
          a[slot] = slot < 2 ? 20 : 0;
        }
      }
      const bool birth = uniform() < f[a[1]];
      if (girl[h] && uniform() < f[a[2]]) births[t]++;
      if (birth) {
        births[t]++;
        a[2] = 0;
      }
      bool school = false;
      for (int slot = 0; slot < 3; slot++) school |= a[slot] >= 6 && a[slot] <= 15;
      years[h]++;
      if (settled[h]) continue;
      const double u = B0 + B1 * (years[h] < 10 ? years[h] : 10) + B2 * tenure[h] + (school ? B3 : 0) -
                       B4 * land[h] + B5 * share[h / VILLAGE];
      if (uniform() < 1 / (1 + std::exp(-u))) {
        settled[h] = 1;
        settledIn[h / VILLAGE]++;
        settledHouseholds[t]++;
      }
    }
    for (int v = 0; v < villages; v++) share[v] = settledIn[v] / (double)VILLAGE;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const double cpuUsed = cpuSeconds() - cpu;

  long all = 0;
  for (int t = 0; t < YEARS; t++) {
    all += settledHouseholds[t];
    printf("%d,%.6f,%d,%ld,%ld\n", t + 1, all / (double)n, 3 * n, births[t], deaths[t]);
  }
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  fprintf(stderr, "{\"tool\":\"cpp-scalar\",\"n\":%d,\"sim_s\":%.6f,\"cpu_s\":%.6f,\"rss_mb\":%.1f}\n", n, seconds, cpuUsed,
          usage.ru_maxrss / 1024.0);
}
