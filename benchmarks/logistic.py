"""Logistic regression by Newton's method, for the scripts that learn weights."""

from typing import Any

import numpy as np
import numpy.typing as npt

TINY = 1e-4
"""Step from which the weights are found."""

Array = npt.NDArray[np.floating[Any]]


def newton(x: Array, y: Array, penalty: Array, share: Array | float = 1.0) -> npt.NDArray[np.float64]:
    """The weights of the columns of `x` that tell the labels `y` (0 or 1) best.

    `penalty` is that on each squared weight, `share` how much each row counts.
    """
    weights = np.zeros(x.shape[1])
    step = np.ones(x.shape[1])
    while abs(step).max() > TINY:
        p = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (share * (p - y)) + penalty * weights
        curvature = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient).astype(np.float64)
        weights = weights - step
    return weights
