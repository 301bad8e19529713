#!/bin/bash
# usage: status.sh JOB : running, success or failed, as Snakemake asks for it; from the controller,
# so that clusters without an accounting database will do. A job that it no longer knows has failed:
# one that had ended well would have left its mark before.
state=$(scontrol --oneliner show job "$1" 2>/dev/null | grep -o 'JobState=[A-Z_]*')
case ${state#JobState=} in
  COMPLETED) echo success ;;
  PENDING | CONFIGURING | RUNNING | COMPLETING | SUSPENDED | REQUEUED | RESIZING) echo running ;;
  *) echo failed ;;
esac
