"""All benchmarks one after the other: ``python -m benchmarks`` (``make bench``)."""

from benchmarks import bench_extract, bench_gazetteer, bench_geo, readings

for title, run in (
    ("Places: loading, matching, and other tools on the same texts", bench_gazetteer.main),
    ("Reading whole documents", bench_extract.main),
    ("Store, filters and layers", lambda: bench_geo.main(())),
    ("How well events are read", readings.main),
):
    print(f"\n== {title}")
    run()
