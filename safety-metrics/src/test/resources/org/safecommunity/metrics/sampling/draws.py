# The pinned draws of SampleDrawTest, by a program of its own: seed 2009, simple and systematic 5 of 100, and 4 of 8 proportional to size.
from fractions import Fraction
M = (1 << 64) - 1

def numbers(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & M
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
        yield z ^ (z >> 31)

def below(gen, bound):
    most = (1 << 53) // bound * bound
    while True:
        v = next(gen) >> 11
        if v < most:
            return v % bound

g = numbers(2009)
order = list(range(100))
for i in range(5):
    j = i + below(g, 100 - i)
    order[i], order[j] = order[j], order[i]
print(sorted(order[:5]))
u = Fraction(next(numbers(2009)) >> 11, 1 << 53)
print([int((u + i) * 100 / 5) for i in range(5)])
p = [Fraction(2 * x, 200 - 90) if x not in (200, 90) else 1 for x in (5, 50, 200, 3, 8, 90, 0, 44)]
drawn, end, k = [], Fraction(0), 0
for i, q in enumerate(p):
    if q == 1:
        drawn.append(i)
    else:
        end += q
        if u + k < end:
            drawn.append(i)
            k += 1
print(drawn)
