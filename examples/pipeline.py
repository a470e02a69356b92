"""A pipeline of generators: log lines flow through stages one at a time, and nothing is read before it is needed."""

from collections import Counter, defaultdict
from itertools import groupby, islice

LOG = """\
2021-10-04T08:00:01 INFO  web    GET /index 200 12ms
2021-10-04T08:00:02 INFO  web    GET /logo.png 200 3ms
2021-10-04T08:00:02 ERROR db     timeout after 5000ms
2021-10-04T08:01:10 INFO  web    GET /index 200 15ms
this line is damaged
2021-10-04T08:01:11 WARN  web    GET /admin 403 2ms
2021-10-04T08:01:45 INFO  mail   sent 3 messages
2021-10-04T08:02:00 ERROR web    GET /report 500 731ms
2021-10-04T08:02:01 ERROR db     timeout after 5000ms
2021-10-04T08:02:30 INFO  web    GET /index 200 11ms
"""


def lines(text):
    """Stage one: lines, with a word at the beginning and the end."""
    print("  (source opened)")
    try:
        yield from text.splitlines()
    finally:
        print("  (source closed)")


def parsed(source):
    """Stage two: records; what is no record is dropped."""
    for line in source:
        try:
            stamp, level, service, message = line.split(maxsplit=3)
            date, clock = stamp.split("T")
        except ValueError:
            continue
        yield {"date": date, "time": clock, "level": level, "service": service, "message": message}


def where(source, **wanted):
    """Only the records whose fields have these values."""
    for record in source:
        if all(record[field] == value for field, value in wanted.items()):
            yield record


def tee_to(source, sink):
    """Pass everything on, and send a copy to a coroutine on the way."""
    next(sink)
    for record in source:
        sink.send(record)
        yield record
    sink.close()


def counter_of(field, totals):
    """A sink: a generator that is fed with send()."""
    try:
        while True:
            record = yield
            totals[record[field]] += 1
    except GeneratorExit:
        print(f"  (counted {sum(totals.values())} records by {field})")


def running_average():
    """Another coroutine: send it numbers, it answers with their average so far."""
    total = count = 0
    average = None
    while True:
        number = yield average
        total, count = total + number, count + 1
        average = total / count


def main():
    print("The first two errors (the source is closed early):")
    errors = where(parsed(lines(LOG)), level="ERROR")
    for record in islice(errors, 2):
        print("   {time} {service:<4} {message}".format(**record))
    errors.close()

    print("All records, counted as they pass:")
    levels, minutes = Counter(), defaultdict(list)
    for record in tee_to(parsed(lines(LOG)), counter_of("level", levels)):
        minutes[record["time"][:5]].append(record["service"])
    print("  ", levels.most_common())
    for minute, services in minutes.items():
        print(f"   {minute} {services}")

    print("Runs of the same service:")
    for service, run in groupby(parsed(lines(LOG)), key=lambda r: r["service"]):
        print(f"   {service} x {len(list(run))}")

    print("Average answer time:")
    average = running_average()
    next(average)
    times = (r["message"].rsplit(maxsplit=1)[1] for r in where(parsed(lines(LOG)), service="web"))
    for milliseconds in (int(t.removesuffix("ms")) for t in times):
        print(f"   {milliseconds:4} -> {average.send(milliseconds):.2f}")


if __name__ == "__main__":
    main()
