#!/usr/bin/env python3
"""Holds YAML files that belong to no layout set against a schema of docs/schema.

Usage: validate_files.py KIND FILE…      KIND.schema.json, and what is held against it

Prints a line for each fault: file, place in it, what is wrong. Exits with 1 where there is one.

Needs Debian's python3-jsonschema and python3-yaml.
"""

import pathlib
import sys

import jsonschema

from validate_layouts import Fault, Schemas, best, message, place, read


def main(arguments):
    if len(arguments) < 2 or arguments[0].startswith("-"):
        print(__doc__.strip(), file=sys.stderr)
        return 64
    together = Schemas().together
    name = f"{arguments[0]}.schema.json"
    if name not in together:
        print(f"validate_files.py: there is no {name}", file=sys.stderr)
        return 64
    validator = jsonschema.Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": together})
    count = 0
    for path in map(pathlib.Path, arguments[1:]):
        try:
            found = {f"{place(e)}: {message(e)}" for e in map(best, validator.iter_errors(read(path)))}
        except Fault as fault:
            found = {f"$: {fault}"}
        for fault in sorted(found):
            print(f"{path}: {fault}")
        count += len(found)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
