"""The command `triptych`: words in, words out. The only place that prints or exits."""
