"""Runs command lines of nbgrader, one after the other, each as `python -m nbgrader` would, in one process: to load
nbgrader's libraries takes longer than most commands. The argument: JSON, pairs of folder and command line."""

import json
import os
import shlex
import sys

from nbgrader.apps import NbGraderApp


def main():
    for folder, line in json.loads(sys.argv[1]):
        print(f"{folder}> {line}", flush=True)
        os.chdir(folder)
        try:
            NbGraderApp.launch_instance(shlex.split(line)[1:])
        except SystemExit as end:
            if end.code:
                sys.exit(f"{line} failed")
        NbGraderApp.clear_instance()


if __name__ == "__main__":
    main()
