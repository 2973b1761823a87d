"""Writes numpy-arrays.txt, the arrays that ArrayTextTest prints: python numpy_arrays.py > .../numpy-arrays.txt"""

import numpy as np

INF, NAN = np.inf, np.nan

# Name, shape, elements; too few elements are repeated until the shape is full.
ARRAYS = [
    ("whole numbers", (3,), [1, 2, 3]),
    ("one element", (1,), [7]),
    ("signs", (3,), [1, -1, 0]),
    ("negative zero", (3,), [-0.0, 0.0, 1.5]),
    ("all zero", (2, 2), [0]),
    ("halves", (4,), [0.5, 1, -1.25, 10]),
    ("thirds", (3,), [1 / 3, 2 / 3, 1]),
    ("tenths", (3,), [0.1, 0.2, 0.1 + 0.2]),
    ("ties go to even", (4,), [0.001953125, 0.501953125, 0.505859375, 0.998046875]),
    ("nearly 100 million", (2,), [99999999.1, 123456.7]),
    ("100 million", (1,), [1e8]),
    ("100 million and 1", (2,), [1e8, 1]),
    ("just below 100 million", (2,), [99999999, 99999998.5]),
    ("a ten-thousandth", (2,), [1e-4, 1e-2]),
    ("below a ten-thousandth", (2,), [9.99e-5, 1e-2]),
    ("1 to 1000", (2,), [1, 1000]),
    ("1 to 1001", (2,), [1, 1001]),
    ("0 has no say", (3,), [0, 1000, 1]),
    ("three digits of exponent", (3,), [1e-300, 1, -1e300]),
    ("smallest and largest", (2,), [5e-324, 1.7976931348623157e308]),
    ("smallest normal", (2,), [2.2250738585072014e-308, 1e-308]),
    ("2e23 is not 1.9999999999999998e23", (2,), [2e23, 1e23]),
    ("carried to the next power", (2,), [9.9999999999e-5, 9.9999999999]),
    ("carried to the next whole", (2,), [0.999999999, 9.999999999]),
    ("learning rates", (4,), [1e-1, 1e-2, 1e-3, 1e-4]),
    ("gradients that vanish", (3,), [0.25, 0.0625, 9.5367431640625e-07]),
    ("row", (1, 4), [1, 2, 3, 4]),
    ("column", (4, 1), [1, -2.5, 3, 4]),
    ("matrix", (2, 3), [1, 2.5, -3, 0.125, 5, 6]),
    ("rank 3", (2, 2, 3), [1, 2, 3, 4.5]),
    ("rank 4", (2, 1, 2, 2), [1, -2, 3]),
    ("rank 5", (1, 2, 1, 1, 2), [1, 2, 3]),
    ("long vector", (30,), [0.1, 22, -3.25]),
    ("vector that fills a line", (15,), [11.0]),
    ("long rows", (3, 40), [0.123456789, -1, 7]),
    ("long rows of rank 3", (2, 2, 30), [0.5, -0.25]),
    ("1000 elements", (10, 10, 10), [1, 2, 3]),
    ("1001 elements", (1001,), [1, 2, 3, 4.5]),
    ("1001 rows", (1001, 1), [1, 2, 3, 4.5]),
    ("large matrix", (40, 50), [1.5, -2, 3, 1e-3, 7, 0, 11]),
    ("wide matrix", (4, 500), [1.5, -2, 3, 7, 0.25]),
    ("seven of an axis", (7, 6, 50), [1, 2, 3, 4, 5]),
    ("large rank 4", (8, 2, 9, 10), [1, 2, 3, 4, 5, 6, 7]),
    ("wide number that is left out", (1100,), [1, 2, 3] + [4] * 500 + [1e9] + [5] * 596),
    ("with a name", (2, 3), [1, 2, 3.5], "W = "),
    ("long vector with a name", (30,), [0.1, 22, -3.25], "weights = "),
    ("NaN", (3,), [1, NAN, 2]),
    ("only NaN", (2,), [NAN]),
    ("infinite", (3,), [INF, 1, 2.5]),
    ("both infinite", (3,), [INF, -INF, 1]),
    ("only infinite", (2,), [INF]),
    ("only minus infinite", (2,), [-INF]),
    ("NaN in scientific notation", (3,), [NAN, 1e10, -INF]),
]


def randoms():
    random = np.random.default_rng(0)
    yield "normal", (4, 5), random.normal(size=20)
    for power in range(-6, 10):
        yield f"normal times 10^{power}", (5,), random.normal(size=5) * 10.0**power
    for power in range(1, 9):
        yield f"rounded to {power} decimals", (4,), np.round(random.normal(size=4) * 100, power)


def main():
    print(f"Written by numpy_arrays.py with NumPy {np.__version__}.")
    for name, shape, elements, *prefix in ARRAYS + list(randoms()):
        array = np.resize(np.array(elements, dtype=float), shape)
        prefix = "".join(prefix)
        # NumPy makes room for its nan wherever there is an inf; Gradus does for what is there.
        with np.printoptions(nanstr="NaN" if np.isnan(array).any() else "", infstr="∞" if np.isinf(array).any() else ""):
            text = np.array2string(array, separator=", ", prefix=prefix)
        print("---", name, prefix, " ".join(map(str, shape)), " ".join(repr(float(x)) for x in elements), sep="|")
        print(prefix + text)


if __name__ == "__main__":
    main()
