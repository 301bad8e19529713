#!/usr/bin/env python3
"""Kills a batch at random moments, or fills its disk, resumes it, and compares what comes out, byte
for byte, with an undisturbed run.

    killed_batch.py --bin build/release/duizhao --pairs 200000 --kills 20 FILE.tsv[.xz]...
    killed_batch.py --bin build/release/duizhao --pairs 3000 --kills 4 --full-disk

Without files the pairs are made up. --full-disk gives the run a file system of its own that is too
small (tmpfs, or ext4 in a loop mount with --loop; else a limit on the size of files), lets it fail,
makes room, and resumes. Exit status 0: everything was the same. Standard-library Python 3.
"""

import argparse
import filecmp
import lzma
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

COMPARED = ("pairs.jsonl", "summary.json", "index.html")


def made_up(count):
    for i in range(count):
        wrong = 1 if i % 50 == 49 else 0
        yield (f"The firm opened {i % 97 + 3} shops in district {i}.",
               f"该公司在第{i}区开设了{i % 97 + 3 + wrong}家店。")


def read_pairs(paths, count):
    for path in paths:
        opened = lzma.open(path, "rt", encoding="utf-8", newline="\n") if path.endswith(".xz") else open(
            path, encoding="utf-8", newline="\n")
        with opened:
            for line in opened:
                cells = line.rstrip("\r\n").split("\t")
                if len(cells) > 1 and cells[0].strip() and cells[1].strip():
                    yield cells[0], cells[1]
                    count -= 1
                    if count == 0:
                        return


class Batch:
    """Runs of one batch to one folder."""

    def __init__(self, options, corpus, folder):
        self.command = [options.bin, "batch", str(corpus), "-o", str(folder), "--no-pages",
                        "--fail-on", "never", "--threads", str(options.threads)]
        self.peak_mb = 0.0

    def start(self, resumes, before=None):
        return subprocess.Popen(self.command + (["--resume"] if resumes else []), preexec_fn=before,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def end(self, process):
        """Waits; returns the status and what was said."""
        said = process.stderr.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.peak_mb = max(self.peak_mb, usage.ru_maxrss / 1024)
        return process.returncode, said


def same(undisturbed, folder):
    different = [name for name in COMPARED
                 if not filecmp.cmp(undisturbed / name, folder / name, shallow=False)]
    for name in different:
        print(f"{name} differs from that of the undisturbed run")
    return not different


def kill(options, corpus, undisturbed, seconds, folder):
    rng = random.Random(options.seed)
    batch = Batch(options, corpus, folder)
    killed = 0
    tries = 0
    while killed < options.kills and tries < 10 * options.kills:
        tries += 1
        process = batch.start(resumes=tries > 1)
        time.sleep(rng.uniform(0.05, 2 * seconds / (options.kills + 1)))
        os.kill(process.pid, signal.SIGKILL)  # send_signal() would take the status of one that has ended
        status, said = batch.end(process)
        killed += status == -signal.SIGKILL
        if status == 0:
            break
        if status > 0:
            print(f"status {status}: {said}")
            return False
    status, said = batch.end(batch.start(resumes=True))
    if status != 0:
        print(f"status {status}: {said}")
        return False
    print(f"killed {killed} times, then resumed to its end; at most {batch.peak_mb:.0f} MB")
    return same(undisturbed, folder)


def mounted(kind, place, mb):
    """Mounts a file system of this size; None where that is not allowed."""
    place.mkdir()
    if kind == "loop":
        image = place.with_suffix(".ext4")
        with open(image, "wb") as file:
            file.truncate(mb << 20)
        made = subprocess.run(["mkfs.ext4", "-q", "-m", "0", image], capture_output=True)
        done = made.returncode == 0 and subprocess.run(
            ["mount", "-o", "loop", image, place], capture_output=True).returncode == 0
    else:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mb}m", "tmpfs", place],
                              capture_output=True).returncode == 0
    return done


def fill(options, corpus, undisturbed, work):
    output = (undisturbed / "pairs.jsonl").stat().st_size
    disk = work / "disk"
    mb = max(4, output // 3 >> 20)
    kind = "loop" if options.loop else "tmpfs"
    is_mounted = mounted(kind, disk, mb)
    before = None
    if is_mounted:
        # What stands in the way, and goes when room is made.
        free = shutil.disk_usage(disk).free
        filling = disk / "other"
        filling.write_bytes(b"\0" * max(0, free - output // 3))
    else:
        kind = "limit on the size of files"

        def before():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (output // 3, output // 3))
    folder = disk / "out"
    try:
        batch = Batch(options, corpus, folder)
        status, said = batch.end(batch.start(resumes=False, before=before))
        if status != 3 or "--resume" not in said:
            print(f"on a full disk: status {status}: {said}")
            return False
        kept = (folder / "pairs.jsonl").stat().st_size
        if is_mounted:
            filling.unlink()
            moved = work / "moved"
            shutil.copytree(folder, moved)
            folder = moved
        status, said = Batch(options, corpus, folder).end(Batch(options, corpus, folder).start(resumes=True))
        if status != 0:
            print(f"after room was made: status {status}: {said}")
            return False
        print(f"disk full ({kind}) at {kept} of {output} bytes, then resumed to its end")
        return same(undisturbed, folder)
    finally:
        if is_mounted:
            subprocess.run(["umount", disk], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--pairs", type=int, default=3000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full-disk", action="store_true")
    parser.add_argument("--loop", action="store_true", help="ext4 in a loop mount instead of tmpfs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        corpus = work / "corpus.tsv"
        pairs = read_pairs(options.files, options.pairs) if options.files else made_up(options.pairs)
        with open(corpus, "w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{source}\t{target}\n" for source, target in pairs)
        undisturbed = work / "undisturbed"
        batch = Batch(options, corpus, undisturbed)
        begin = time.monotonic()
        status, said = batch.end(batch.start(resumes=False))
        seconds = time.monotonic() - begin
        if status != 0:
            print(f"undisturbed: status {status}: {said}")
            return 1
        print(f"undisturbed: {seconds:.1f} s, at most {batch.peak_mb:.0f} MB, "
              f"{(undisturbed / 'pairs.jsonl').stat().st_size} bytes")
        good = options.kills == 0 or kill(options, corpus, undisturbed, seconds, work / "killed")
        if options.full_disk:
            good = fill(options, corpus, undisturbed, work) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
