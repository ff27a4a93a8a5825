"""A protoc plugin that writes the generated part of the Python client.

Without an option it writes the package `parley._gen`: messages with their types, gRPC stubs, the table of methods and the
reasons. It runs the generators of grpcio-tools and moves their imports below `parley._gen`, so that nothing is installed
beside the package `parley`. With the option `types` it writes the package `parley.types`, which names all messages and
enums for users, one module for each area of the contract.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from google.protobuf.compiler import plugin_pb2
from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet, MethodDescriptorProto, MethodOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = "# Generated from proto/parley by make generate. Do not edit.\n"
IMPORT = re.compile(r"^(\s*)from parley\.", re.MULTILINE)


def main() -> None:
    """Answer the request on the standard input."""
    request = plugin_pb2.CodeGeneratorRequest.FromString(sys.stdin.buffer.read())
    ours = [file for file in request.proto_file if file.name in set(request.file_to_generate)]
    written = types(ours) if request.parameter == "types" else package(request, ours)
    response = plugin_pb2.CodeGeneratorResponse(supported_features=plugin_pb2.CodeGeneratorResponse.FEATURE_PROTO3_OPTIONAL)
    for name, content in sorted(written.items()):
        response.file.add(name=name, content=content)
    sys.stdout.buffer.write(response.SerializeToString())


def package(request: plugin_pb2.CodeGeneratorRequest, ours: list[FileDescriptorProto]) -> dict[str, str]:
    """Return the files of `parley._gen`."""
    files = dict(protoc(request))
    folders = {str(parent) for name in files for parent in Path(name).parents}
    for folder in folders:
        files[str(Path(folder, "__init__.py"))] = (
            HEADER + '"""Generated from the contract; `parley.types` has the public names."""\n'
        )
    files["methods.py"] = methods(ours)
    files["reason.py"] = reasons(ours)
    return files


def protoc(request: plugin_pb2.CodeGeneratorRequest) -> Iterator[tuple[str, str]]:
    """Run the generators of grpcio-tools, and yield their files without the leading `parley/`."""
    with tempfile.TemporaryDirectory() as folder:
        descriptors = Path(folder, "descriptors")
        descriptors.write_bytes(FileDescriptorSet(file=request.proto_file).SerializeToString())
        out = Path(folder, "out")
        out.mkdir()
        flags = [f"--{kind}_out={out}" for kind in ("python", "pyi", "grpc_python")]
        command = [sys.executable, "-m", "grpc_tools.protoc", f"--descriptor_set_in={descriptors}", *flags]
        subprocess.run([*command, *request.file_to_generate], check=True)
        for path in out.rglob("*.py*"):
            content = path.read_text("utf-8")
            if path.name.endswith("_pb2_grpc.py") and "Stub(object)" not in content:
                continue
            yield str(path.relative_to(out / "parley")), IMPORT.sub(r"\1from parley._gen.", content)


def types(ours: list[FileDescriptorProto]) -> dict[str, str]:
    """Return the files of `parley.types`."""
    names: dict[str, list[tuple[str, str]]] = {}
    for file in ours:
        for name in sorted([m.name for m in file.message_type] + [e.name for e in file.enum_type]):
            if name != "Reason":
                names.setdefault(area(file), []).append((module(file), name))
    init = "".join(f"from parley.types import {name} as {name}\n" for name in sorted(names))
    files = {"__init__.py": f'{HEADER}"""The messages and enums of the contract, one module for each area."""\n\n{init}'}
    for name, members in names.items():
        lines = "".join(f"from {source} import {member} as {member}\n" for source, member in members)
        files[f"{name}.py"] = f'{HEADER}"""Messages and enums of the area `{name}`."""\n\n{lines}'
    return files


def methods(ours: list[FileDescriptorProto]) -> str:
    """Return the module with one constant for each method of the contract."""
    imports, classes = set(), []
    for file in ours:
        for service in file.service:
            lines = []
            for method in service.method:
                request, response = (
                    f"{module(holder).rpartition('.')[2]}.{name}"
                    for holder, name in (find(ours, method.input_type), find(ours, method.output_type))
                )
                imports.add(module(file))
                path = f"/{file.package}.{service.name}/{method.name}"
                flags = f"{repeatable(method)}, {keyed(ours, method)}"
                lines.append(f'    {constant(method.name)} = Method("{path}", {request}, {response}, {flags})\n')
            classes.append(
                f'\n\nclass {service.name}:\n    """Methods of `{file.package}.{service.name}`."""\n\n{"".join(lines)}'
            )
    lines = [f"from {name.rpartition('.')[0]} import {name.rpartition('.')[2]}\n" for name in sorted(imports)]
    return f'{HEADER}"""The methods of the contract."""\n\n{"".join(lines)}from parley.method import Method\n{"".join(classes)}'


def repeatable(method: MethodDescriptorProto) -> bool:
    """Report whether the contract lets the method be called again."""
    return method.options.idempotency_level in {MethodOptions.NO_SIDE_EFFECTS, MethodOptions.IDEMPOTENT}


def keyed(ours: list[FileDescriptorProto], method: MethodDescriptorProto) -> bool:
    """Report whether the method's request has an idempotency key."""
    file, name = find(ours, method.input_type)
    return any(f.name == "idempotency_key" for m in file.message_type if m.name == name for f in m.field)


def reasons(ours: list[FileDescriptorProto]) -> str:
    """Return the module with the reasons of the contract and what their comments say."""
    file, index = next((f, i) for f in ours for i, enum in enumerate(f.enum_type) if enum.name == "Reason")
    comments = {tuple(at.path): at.leading_comments for at in file.source_code_info.location}
    lines = []
    for i, value in enumerate(file.enum_type[index].value):
        name = value.name.removeprefix("REASON_")
        comment = "".join(f"    #: {line.strip()}\n" for line in comments.get((5, index, 2, i), "").splitlines())
        lines.append(f'{comment}    {name} = "{name}"\n')
    doc = "The cause of a refusal, by which programs tell errors apart. It equals its own text."
    text = "    def __str__(self) -> str:\n        return self.value\n"
    body = f'class Reason(str, Enum):\n    """{doc}"""\n\n{"".join(lines)}\n{text}'
    return f'{HEADER}"""The reasons of the contract."""\n\nfrom enum import Enum\n\n\n{body}'


def find(ours: list[FileDescriptorProto], full_name: str) -> tuple[FileDescriptorProto, str]:
    """Return the file and the name of a message by its full name."""
    for file in ours:
        for message in file.message_type:
            if f".{file.package}.{message.name}" == full_name:
                return file, message.name
    raise LookupError(full_name)


def module(file: FileDescriptorProto) -> str:
    """Return the Python module of a file: `parley._gen.chat.v1.chat_pb2`."""
    return "parley._gen." + file.name.removeprefix("parley/").removesuffix(".proto").replace("/", ".") + "_pb2"


def area(file: FileDescriptorProto) -> str:
    """Return the area of a file: `chat`, ….  What all areas share is in `shared`."""
    name = file.package.split(".")[1]
    return "shared" if name == "type" else name


def constant(name: str) -> str:
    """Return `SEND_MESSAGE` for `SendMessage`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper()


if __name__ == "__main__":
    main()
