"""Speed and memory as ratios of one run; by hand or by `make bench`, never in the tests."""
