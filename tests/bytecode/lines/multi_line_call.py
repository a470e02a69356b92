# Arguments have their own lines, the call has that of its start.
f(
    a,
    b=c,
    *d,
)
g(
    a,
    b=c,
)
