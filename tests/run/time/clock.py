# The time module, as far as a test can see it.
import time

a, b = time.perf_counter(), time.perf_counter()
print(b >= a, type(a).__name__, time.time() > 1.6e9, type(time.time()).__name__, time.monotonic() <= time.monotonic(), time.process_time() >= 0, type(time.time_ns()).__name__, time.perf_counter_ns() <= time.perf_counter_ns(), time.monotonic_ns() > 0, time.thread_time() >= 0)
start = time.monotonic()
print(time.sleep(0.02), time.monotonic() - start >= 0.02, time.sleep(0))
g = time.gmtime(0)
print(g, g.tm_year, g[:3], g.tm_yday, tuple(time.gmtime(86400 * 365))[:6], time.gmtime(1633305600).tm_wday, len(g), g.tm_zone, g.tm_gmtoff)
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1633305600.9)), time.strftime("%a %b %d %j %y %p %I %% %A %B", time.gmtime(1633305600)), time.asctime(time.gmtime(0)), time.mktime(time.localtime(1e9)) == 1e9, time.ctime(0)[-4:] in ("1970", "1969"))
print(time.strptime("2021-10-04 12:30", "%Y-%m-%d %H:%M")[:6] if hasattr(time, "strptime") else "", type(time.localtime()).__name__, time.struct_time(range(9)), time.timezone == time.timezone, isinstance(time.tzname, tuple), time.get_clock_info("monotonic").monotonic)
for source in ("time.sleep(-1)", "time.sleep('a')", "time.sleep()", "time.gmtime('a')", "time.gmtime(1e30)", "time.strftime(5)", "time.strftime('%Y', 5)", "time.strftime('%Y', (1,))", "time.asctime((1, 2))", "time.mktime(5)", "time.struct_time([1])", "time.get_clock_info('nope')", "time.perf_counter(1)"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
