#!/bin/bash
# slurm.sh - examples/slurm and examples/parallel.sh tried for real, on a Slurm of one node.
# SPDX-License-Identifier: MIT
#
# slurm.sh [PAIRS]: 2,000 unless said. Needs root in a machine that may be thrown away, and Debian's
# slurm-wlm, munge and parallel: it starts munged, slurmctld and slurmd on the loopback device,
# with all their files but munge's in a temporary folder, and ends them again. One shard is told to
# stop halfway and has to come back. What the shards give together must be what one process gives.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
pairs=${1:-2000} shards=4
URA_DATA=${URA_DATA:-$here/dicts}
PATH=$here:/usr/sbin:/sbin:$PATH
export URA_DATA PATH
work=$(mktemp -d)
export SLURM_CONF=$work/slurm.conf

# Ends one daemon by the number that it wrote down, and waits until it is gone.
stop()
{
    [ -s "$1" ] || return 0
    pid=$(cat "$1")
    kill "$pid" 2>/dev/null || return 0
    for _ in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
}
finish()
{
    stop "$work/slurmd.pid"
    stop "$work/slurmctld.pid"
    stop /run/munge/munged.pid
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

# Credentials live 5 seconds: a job that is requeued waits for them to end.
configure()
{
    local host=$1 processors memory
    processors=$(slurmd -C | sed -n 's/.* CPUs=\([0-9]*\).*/\1/p')
    memory=$(slurmd -C | sed -n 's/.*RealMemory=\([0-9]*\).*/\1/p')
    mkdir "$work/state" "$work/spool"
    {
        echo "ClusterName=bench"
        echo "SlurmctldHost=$host(127.0.0.1)"
        echo "SlurmctldPort=16817"
        echo "SlurmdPort=16818"
        echo "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny"
        echo "SlurmUser=root"
        echo "AuthType=auth/munge"
        echo "AuthInfo=socket=/run/munge/munge.socket.2,cred_expire=5"
        echo "StateSaveLocation=$work/state"
        echo "SlurmdSpoolDir=$work/spool"
        echo "SlurmctldPidFile=$work/slurmctld.pid"
        echo "SlurmdPidFile=$work/slurmd.pid"
        echo "SlurmctldLogFile=$work/slurmctld.log"
        echo "SlurmdLogFile=$work/slurmd.log"
        echo "ProctrackType=proctrack/linuxproc"
        echo "TaskPlugin=task/none"
        echo "JobAcctGatherType=jobacct_gather/none"
        echo "AccountingStorageType=accounting_storage/none"
        echo "MpiDefault=none"
        echo "SwitchType=switch/none"
        echo "SelectType=select/cons_tres"
        echo "SelectTypeParameters=CR_Core_Memory"
        echo "ReturnToService=2"
        echo "NodeName=$host NodeAddr=127.0.0.1 CPUs=$processors RealMemory=$memory State=UNKNOWN"
        echo "PartitionName=bench Nodes=$host Default=YES MaxTime=INFINITE State=UP"
    } >"$SLURM_CONF"
}

start()
{
    install -d -o munge -g munge -m 0755 /run/munge
    [ -s /etc/munge/munge.key ] || runuser -u munge -- mungekey -c
    runuser -u munge -- munged
    configure "$(hostname -s)"
    slurmctld -c
    slurmd -c
    for _ in $(seq 100); do
        [ "$(sinfo -h -o %T)" != idle ] || return 0
        sleep 0.2
    done
    cat "$work"/*.log
    exit 1
}

# state JOB: as Slurm has it, COMPLETED where it is long gone.
state() { scontrol show job "$1" 2>/dev/null | sed -n 's/.*JobState=\([A-Z]*\).*/\1/p' | sort -u; }

# compare WHAT FOLDER: its results against those of one process.
compare()
{
    for result in "$work"/whole/*.tsv; do
        cmp "$result" "$2/${result##*/}"
    done
    [ "$(grep -c '"status":"done"' "$2/report.jsonl")" -eq "$pairs" ]
    [ "$(find "$2" -name '*.tsv' | wc -l)" -eq "$pairs" ]
    echo "$1: $pairs results and records, byte for byte those of one process"
}

. "$here/bench/stories.sh"
make_stories "$pairs" "$work"
ura batch -q --jobs 2 -o "$work/whole" "$work/list"

"$here/examples/parallel.sh" "$work/list" "$work/parallel" $shards
compare 'GNU parallel' "$work/parallel"

start
cd "$work"
read -r array merge < <("$here/examples/slurm/submit.sh" "$work/list" "$work/slurm" $shards)
# The first shard is asked to stop as its time limit would: the shell of its job gets SIGUSR1.
until grep -q '"record":"pair"' "$work/slurm/report.1-of-$shards.jsonl" 2>/dev/null; do sleep 0.1; done
# (scancel would say it again and again while the job is requeued, and hit the next start too.)
timeout 3 scancel --batch --signal=USR1 "${array}_1" || :
while [ "$(state "$merge")" != COMPLETED ]; do
    case $(state "$merge") in
    FAILED | CANCELLED | '')
        cat "$work"/ura-*.log "$work"/slurm*.log
        exit 1
        ;;
    esac
    sleep 1
done
grep -h '^ura:' "$work"/ura-batch."${array}"_*.log "$work"/ura-merge.*.log
grep -q 'stopped; --resume goes on from here' "$work/ura-batch.${array}_1.log"
compare 'Slurm, one shard stopped and requeued' "$work/slurm"
