"""Official documents measured: a fixture for every clause of GB/T 9704-2012, and the ruler that is laid on their pages."""
