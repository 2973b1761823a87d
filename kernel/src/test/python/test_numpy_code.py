"""The code that %code writes with NumPy, run by Python: every op of the catalogue gives the engine's numbers."""

import runpy

import numpy as np
import pytest
from gradus_kernel import ROOT

# Written by NumPyCodeTest.
CASES = ROOT / "autograd-render" / "target" / "numpy-code" / "cases.py"


@pytest.fixture(scope="module")
def cases():
    if not CASES.is_file():
        pytest.fail(f"{CASES} is missing: it is written by the tests of autograd-render")
    return runpy.run_path(str(CASES))["cases"]


@pytest.mark.parametrize("upstream", [1, -2.5])
def test_code_computes_what_the_engine_computes(cases, upstream):
    assert len(cases) > 100
    for name, forward, backward, given, expected, gradients in cases:
        value, cache = forward(*given)
        assert np.shape(value) == (), name
        np.testing.assert_allclose(value, expected, rtol=1e-12, atol=1e-12, err_msg=name)
        found = backward(upstream, cache)
        assert len(found) == len(gradients), name
        for own, gradient in zip(found, gradients):
            assert np.shape(own) == np.shape(gradient), name
            np.testing.assert_allclose(own, upstream * np.asarray(gradient), rtol=1e-12, atol=1e-12, err_msg=name)
