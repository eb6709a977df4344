"""What the fuzzer feeds (`scripts/fuzz_parsers.py`), and the small inputs with which the tests feed it too."""
