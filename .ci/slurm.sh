#!/bin/sh
# Runs a job in eight parts under a real Slurm (one controller, two node daemons on this
# machine), kills and requeues a part, joins the parts and holds the bytes against one run.
# Needs root, slurm-wlm and munge (Debian). Where Slurm cannot run it says so and fails.
set -eu
cd "$(dirname "$0")/.."
for tool in munged slurmctld slurmd sbatch; do
	command -v $tool >/dev/null || PATH=$PATH:/usr/sbin command -v $tool >/dev/null || { echo "slurm: $tool is missing: apt-get install slurm-wlm munge"; exit 1; }
done
PATH=$PATH:/usr/sbin
[ "$(id -u)" = 0 ] || { echo "slurm: must be root"; exit 1; }
[ -d /sys/fs/cgroup ] && mountpoint -q /sys/fs/cgroup || mount -t cgroup2 none /sys/fs/cgroup || { echo "slurm: /sys/fs/cgroup cannot be mounted"; exit 1; }

dir=$(mktemp -d -t vanban-slurm.XXXXXX)
chmod 755 "$dir"
pids=
stop() {
	for p in $pids; do kill "$p" 2>/dev/null || true; done
	wait 2>/dev/null || true
	rm -rf "$dir"
}
trap stop EXIT INT TERM
fail() {
	echo "slurm: $*"
	squeue -a 2>/dev/null || true
	tail -n 15 "$dir"/*.log "$dir"/out-* 2>/dev/null || true
	exit 1
}

go build -o "$dir/vanban" ./cmd/vanban
cp examples/batch/quyet-dinh.yaml examples/batch/danh-sach.xlsx "$dir"

mkdir -m 700 "$dir/munge"
dd if=/dev/urandom of="$dir/munge/key" bs=128 count=1 2>/dev/null
chmod 600 "$dir/munge/key"
munged --foreground --force --socket="$dir/munge.socket" --key-file="$dir/munge/key" --pid-file="$dir/munge/pid" \
	--log-file="$dir/munge/log" --seed-file="$dir/munge/seed" >"$dir/munged.log" 2>&1 &
pids="$pids $!"
host=$(hostname -s)
mkdir "$dir/state" "$dir/spool1" "$dir/spool2"
cat >"$dir/slurm.conf" <<CONF
ClusterName=vanban
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$dir/munge.socket,cred_expire=10
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool%n
SlurmctldPort=16817
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd-%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
ReturnToService=2
MpiDefault=none
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=16821 CPUs=1 State=UNKNOWN
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=16822 CPUs=1 State=UNKNOWN
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
CONF
sed -i "s|^SlurmdSpoolDir=.*|SlurmdSpoolDir=$dir/spool-%n|" "$dir/slurm.conf"
mkdir "$dir/spool-n1" "$dir/spool-n2"
export SLURM_CONF="$dir/slurm.conf"
sleep 1
slurmctld -D -c -f "$SLURM_CONF" >"$dir/slurmctld.log" 2>&1 &
pids="$pids $!"
sleep 2
for n in n1 n2; do
	slurmd -D -N $n -f "$SLURM_CONF" >"$dir/slurmd-$n.log" 2>&1 &
	pids="$pids $!"
done
i=0
until [ "$(sinfo -h -N -t idle -o %N 2>/dev/null | sort -u | wc -l)" = 2 ]; do
	i=$((i + 1))
	[ $i -lt 30 ] || fail "the nodes do not come up"
	sleep 1
done

# One run is what the parts together must be.
"$dir/vanban" batch "$dir/quyet-dinh.yaml" -d "$dir/one" >/dev/null 2>&1 || fail "one run failed"

cd "$dir"
job=$(VANBAN="$dir/vanban" sbatch --parsable -o "$dir/out-%a" "$OLDPWD/examples/scale/array.sh" "$dir/quyet-dinh.yaml" "$dir/parts")
end=$(($(date +%s) + 300)) # Slurm lets a part that is queued again wait for a minute or two
killed=
while squeue -h -r -j "$job" 2>/dev/null | grep -q .; do
	[ "$(date +%s)" -lt $end ] || fail "the array does not end"
	# The first part that has begun to write is killed in the middle, once, and queued again.
	if [ -z "$killed" ]; then
		for m in "$dir"/parts/manifest-*-of-8.json; do
			grep -q '^{"row"' "$m" 2>/dev/null && ! grep -q '^{"finished"' "$m" || continue
			part=${m##*/manifest-}
			part=${part%-of-8.json}
			scontrol requeue "${job}_$part" && killed=$part && echo "slurm: part $part was stopped with $(grep -c '^{"row"' "$m") documents, and queued again"
			break
		done
		sleep 0.01
	else
		sleep 0.5
	fi
done
[ -n "$killed" ] || fail "no part could be killed in the middle"
[ "$(ls "$dir"/parts/manifest-*-of-8.json | wc -l)" = 8 ] || fail "not all parts were done"
"$dir/vanban" batch join "$dir/parts" || fail "the parts do not join"
for f in "$dir"/one/*; do
	cmp "$f" "$dir/parts/${f##*/}" || fail "${f##*/} differs from one run"
done
echo "slurm: eight parts on two nodes, part $killed stopped and queued again: the bytes of one run"
