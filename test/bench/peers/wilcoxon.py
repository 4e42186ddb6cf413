"""python3 wilcoxon.py N FOLDER: SciPy's Wilcoxon of N differences, which has no interval; SciPy is in the folder."""
import json, os, sys, time

sys.path.insert(0, sys.argv[2])
import numpy, scipy, scipy.stats

n = int(sys.argv[1])
random = numpy.random.default_rng(1)
x = numpy.round(random.normal(300, 80, n))
y = numpy.round(x - 2 + random.normal(0, 20, n))
runs = []
for _ in range(max(9, 500_000 // n)):
    before = time.process_time()
    scipy.stats.wilcoxon(x, y)
    runs.append(time.process_time() - before)
with open(os.environ["BENCH_COST"], "w") as out:
    json.dump({"seconds": sorted(runs)[len(runs) // 2], "megabytes": None}, out)
