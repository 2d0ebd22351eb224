"""What `bench/mutants.py` is made of: small changes to a module, and test runs that must see them."""
