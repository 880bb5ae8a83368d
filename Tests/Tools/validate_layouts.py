#!/usr/bin/env python3
"""Holds the YAML files of layout sets against the schemas of docs/schema.

Usage: validate_layouts.py FOLDER…      each a set, or a folder of sets

Prints a line for each fault: file, place in it, what is wrong. Exits with 1 where there is one. A parent
is looked for beside its child, then beside the other sets that are named.

Needs Debian's python3-jsonschema and python3-yaml.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "docs" / "schema"
MAIN = "set.yaml"
# Files that set.yaml names: the kind of each, the keys that name it, its folder and its usual name.
NAMED = [
    ("evaluation", ["evaluation", "form"], "", "evaluation.yaml"),
    ("words", ["words"], "", "words.yaml"),
    ("check-words", ["checks", "words"], "checks/", "words.yaml"),
]
INTEGER = re.compile(r"[-+]?[0-9]+")
NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
PLAIN = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "false": False}
LONGEST = 200


class Fault(Exception):
    """What keeps a file from being judged."""


# What is written


def value(node, above=()):
    """The value of a node as an editor sees it: keys are texts, whatever they look like."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style else plain(node.value)
    if id(node) in above:
        raise Fault("an alias stands within what it stands for")
    above = (*above, id(node))
    if isinstance(node, yaml.SequenceNode):
        return [value(item, above) for item in node.value]
    result = {}
    for key, behind in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise Fault(f"line {key.start_mark.line + 1}: a key is no text")
        if key.value in result:
            raise Fault(f"line {key.start_mark.line + 1}: the key {key.value} stands twice")
        result[key.value] = value(behind, above)
    return result


def plain(text):
    """A scalar without quotes: nothing, true, false and numbers are what they look like."""
    if text in PLAIN:
        return PLAIN[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text


def read(path):
    """The value of a file."""
    try:
        # This loader takes no text for a date, `=` or yes and no.
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Fault(" ".join(str(error).split())) from error
    return None if node is None else value(node)


# Which schema


def below(content, keys):
    """What stands behind keys below one another, and whether something is written there."""
    for key in keys:
        if not isinstance(content, dict) or key not in content:
            return None, False
        content = content[key]
    return content, True


class Set:
    """A set with those that it inherits from, the nearest first."""

    def __init__(self, folder, others):
        self.folder = folder
        self.chain = [folder]
        self.mains = []
        self.is_orphan = False
        while True:
            try:
                content = read(self.chain[-1] / MAIN)
            except (Fault, OSError):
                content = None
            self.mains.append(content)
            parent, _ = below(content, ["parent"])
            found = self.find(parent, others) if isinstance(parent, str) else None
            if found is None or found in self.chain:
                self.is_orphan = parent is not None
                return
            self.chain.append(found)

    def find(self, name, others):
        for folder in [self.chain[-1], *others]:
            if (folder.parent / name / MAIN).is_file():
                return folder.parent / name
        return None

    def name(self, keys, usual):
        """A file's name that set.yaml states, or inherits."""
        for content in self.mains:
            name, is_written = below(content, keys)
            if is_written:
                return name if isinstance(name, str) else usual
        return usual

    def kind(self, path):
        """The kind of a file by its path in the set; None where it has none."""
        for kind, keys, folder, usual in NAMED:
            if path in (folder + self.name(keys, usual), folder + usual):
                return kind
        if path == MAIN:
            return "set"
        if path == "narrative/values.yaml":
            return "values"
        return {"forms": "form", "checks": "checks"}.get(path.rpartition("/")[0])

    def has_changes(self, path):
        """Whether a file lies over one of the same name; nobody knows where a parent is missing."""
        return self.is_orphan or any((folder / path).is_file() for folder in self.chain[1:])


# Judgement


def rebased(schema, name):
    """A schema with its references made those of all schemas in one."""
    if isinstance(schema, list):
        return [rebased(item, name) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: rebased(item, name) for key, item in schema.items()}
    if isinstance(result.get("$ref"), str):
        file, _, pointer = result["$ref"].partition("#")
        result["$ref"] = f"#/definitions/{file or name}{pointer}"
    return result


class Schemas:
    """All schemas, by kind of file."""

    def __init__(self):
        files = sorted(SCHEMAS.glob("*.schema.json"))
        self.all = {f.name: json.loads(f.read_text(encoding="utf-8")) for f in files}
        for schema in self.all.values():
            jsonschema.Draft7Validator.check_schema(schema)
        self.together = {name: rebased(schema, name) for name, schema in self.all.items()}
        self.validators = {}

    def validator(self, kind, has_changes):
        """What judges a file that stands by itself, or one that lies over another."""
        key = (kind, has_changes)
        if key not in self.validators:
            name = f"{kind}.schema.json"
            if kind == "set":
                # It says itself whether it has a parent.
                schema = {"$ref": f"#/definitions/{name}"}
            elif has_changes:
                schema = self.together[name]["allOf"][0]
            else:
                schema = {"$ref": f"#/definitions/{name}/definitions/whole"}
            schema = {"allOf": [schema, {"type": "object"}], "definitions": self.together}
            self.validators[key] = jsonschema.Draft7Validator(schema)
        return self.validators[key]


def best(error):
    """Of a value that may be one of several things, what is wrong with the likeliest of them."""
    while error.validator in ("anyOf", "oneOf") and error.context:
        branches = {}
        for inner in error.context:
            branches.setdefault(inner.schema_path[0], []).append(inner)
        # A list is no word of a vocabulary, nor is anything what another type is asked for.
        strange = {"type", "required"} | ({"enum"} if isinstance(error.instance, list) else set())
        fitting = [
            errors
            for errors in branches.values()
            if not any(inner.validator in strange and not inner.path for inner in errors)
        ]
        if len(fitting) != 1:
            return error
        error = min(fitting[0], key=lambda inner: (len(inner.path), inner.message))
    return error


def message(error):
    """What is wrong, in one line."""
    if error.validator in ("oneOf", "anyOf"):
        wanted = [branch.get("required") for branch in error.validator_value if branch]
        if wanted and all(wanted):
            names = ", ".join(" with ".join(names) for names in wanted)
            few = "exactly one" if error.validator == "oneOf" else "one"
            return f"has not {few} of the keys {names}"
    if error.validator is None:
        return "must not stand here"
    if error.validator == "not":
        if error.validator_value == {"type": "null"}:
            return "nothing is written here"
        pairs = error.validator_value.get("anyOf", [error.validator_value])
        if all("required" in pair for pair in pairs):
            together = (" and ".join(pair["required"]) for pair in pairs)
            return f"has keys that do not stand together: {', or '.join(together)}"
    text = " ".join(error.message.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def place(error):
    """Where the fault is: $.columns[0].width."""
    keys = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in error.absolute_path)
    return "$" + "".join(keys)


def faults(layout, path, schemas):
    """The faults of a file of a set, as lines without the file's name."""
    kind = layout.kind(path)
    if kind is None:
        return ["$: no schema is for this file"]
    try:
        content = read(layout.folder / path)
    except Fault as fault:
        return [f"$: {fault}"]
    validator = schemas.validator(kind, layout.has_changes(path))
    found = (best(error) for error in validator.iter_errors(content))
    lines = {f"{place(error)}: {message(error)}" for error in found}
    if kind == "set" and layout.is_orphan:
        lines.add("$.parent: this set, or one that it inherits from, has a parent that is not there")
    return sorted(lines)


def sets(folders):
    """The sets that are named, or stand in a folder that is."""
    for folder in map(pathlib.Path, folders):
        if (folder / MAIN).is_file():
            yield folder
        else:
            yield from sorted(main.parent for main in folder.glob(f"*/{MAIN}"))


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        print(__doc__.strip(), file=sys.stderr)
        return 64
    named = list(sets(arguments))
    if not named:
        print("validate_layouts.py: no set is there", file=sys.stderr)
        return 64
    schemas = Schemas()
    count = 0
    for folder in named:
        layout = Set(folder, named)
        paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.yaml"))
        for path in paths:
            for fault in faults(layout, path, schemas):
                print(f"{folder / path}: {fault}")
                count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
