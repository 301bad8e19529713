"""The wheel of duizhao: its C++ is built by CMake from the checkout around this folder.

    pip wheel --no-build-isolation --no-deps -w build/wheel tools/python

needs what tools/setup installs, and pybind11, setuptools and wheel, but no network. DUIZHAO_BUILD in
the environment names a build folder that CMake has configured; without it one is made in build/python.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

ROOT = next(folder for folder in Path(__file__).resolve().parents if (folder / "models").is_dir())
VERSION = re.search(r"project\(duizhao VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())[1]


class CMakeBuild(build_ext):
    def build_extension(self, extension):
        build = Path(os.environ.get("DUIZHAO_BUILD", ROOT / "build" / "python"))
        if not (build / "CMakeCache.txt").exists():
            subprocess.run(["cmake", "-S", str(ROOT), "-B", str(build), "-G", "Ninja",
                            "-DCMAKE_BUILD_TYPE=Release", "-DDUIZHAO_BUILD_TESTS=OFF"], check=True)
        subprocess.run(["cmake", "--build", str(build), "--target", "duizhao_python"], check=True)
        target = Path(self.get_ext_fullpath(extension.name)).resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(next((build / "python" / "duizhao").glob("_duizhao*.so")), target)
        for model in ("duizhao.model", "duizhao.weights", "duizhao.names", "licences.tsv"):
            shutil.copy(ROOT / "models" / model, target.parent)


setup(
    name="duizhao",
    version=VERSION,
    description="Aligns and checks the Chinese and the English version of a text",
    license="Apache-2.0; the model CC BY-SA 4.0",
    python_requires=">=3.9",
    packages=["duizhao"],
    package_data={"duizhao": ["py.typed", "*.pyi"]},
    ext_modules=[Extension("duizhao._duizhao", [])],
    cmdclass={"build_ext": CMakeBuild},
    zip_safe=False,
)
