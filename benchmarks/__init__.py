"""The measurements that the README quotes: `python -m benchmarks` runs them all and prints a table.

Every ratio is measured side by side in one run, the two in turns, so that a busy machine slows both.
"""
