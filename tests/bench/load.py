"""Time load("claims") against pandas.read_parquet of the same file, each in a process of its own.

    python tests/bench/load.py [RUNS]

Prints the median wall time of both and their ratio; the bar is 1.15. Runs alternate, so that whatever else
the machine does falls on both alike.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

from ttp_posture.loading import path


def seconds(program: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return perf_counter() - start


def main(runs: int) -> None:
    programs = {
        "load": 'import ttp_posture; ttp_posture.load("claims")',
        "read_parquet": f"import pandas; pandas.read_parquet({str(path('claims', 'parquet'))!r})",
    }
    for program in programs.values():  # the first run of each only warms the disk cache
        seconds(program)
    times = [{name: seconds(program) for name, program in programs.items()} for _ in range(runs)]
    medians = {name: median(time[name] for time in times) for name in programs}
    for name, value in medians.items():
        print(f"{name:14}{value:.3f} s")
    print(f"{'ratio':14}{medians['load'] / medians['read_parquet']:.2f} (bar 1.15, {runs} runs)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
