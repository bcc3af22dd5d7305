"""The parity matrix: what each output holds of every node and every property of a style, read back from finished files."""
