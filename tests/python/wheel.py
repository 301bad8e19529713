"""Makes a wheel as `pip wheel` does, without network, installs it into a fresh virtual environment and
runs the module's tests against what was installed there.

usage: wheel.py PROJECT BUILD

The module is the one that BUILD has, so that nothing is compiled twice.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

project, build = (Path(argument).resolve() for argument in sys.argv[1:])


def run(*command, **options):
    subprocess.run([str(part) for part in command], check=True, **options)


with tempfile.TemporaryDirectory() as place:
    folder = Path(place)
    offline = {**os.environ, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    for name in ("PYTHONPATH", "DUIZHAO_MODEL"):
        offline.pop(name, None)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps",
        "--wheel-dir", folder / "wheels", project / "tools" / "python",
        env={**offline, "DUIZHAO_BUILD": str(build), "TMPDIR": place})
    (wheel,) = (folder / "wheels").glob("duizhao-*.whl")

    # pytest comes from the system; the module does not.
    run(sys.executable, "-m", "venv", "--system-site-packages", folder / "venv")
    python = folder / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", wheel, env=offline)
    found = subprocess.run([python, "-c", "import duizhao; print(duizhao.__file__)"], check=True,
                           capture_output=True, text=True, cwd=place, env=offline).stdout.strip()
    if not Path(found).is_relative_to(folder / "venv"):
        sys.exit(f"the module that is imported is not the installed one: {found}")
    run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", project / "tests" / "python",
        cwd=place, env=offline)
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, its tests passed")
