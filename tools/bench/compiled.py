"""Compiles the modules in the wheels below ``/wheels``, in the Python that will import them."""

from pathlib import Path
from py_compile import compile as compile_file
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

for wheel in Path("/wheels").glob("*.whl"):
    with ZipFile(wheel) as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
    with TemporaryDirectory() as folder, ZipFile(wheel, "w", ZIP_DEFLATED) as packed:
        source, compiled = Path(folder, "source.py"), Path(folder, "compiled.pyc")
        for name, content in contents.items():
            if name.endswith(".py"):
                source.write_bytes(content)
                compile_file(str(source), str(compiled), dfile=name)
                packed.writestr(f"{name}c", compiled.read_bytes())
            else:
                packed.writestr(name, content)
