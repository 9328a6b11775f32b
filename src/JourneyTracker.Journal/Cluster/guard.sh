# Starts the server of a private cluster and stops it when the cluster's last user is gone.
# Arguments: the cluster's folder, "keep" or "remove" (the folder, afterwards), the server's command line.
#
# Users hold users.lock shared. The guard gets it exclusively only when no user is left, and holds it until the
# server has stopped: whoever arrives meanwhile waits, then starts anew. guard.lock says that a guard lives; it is let
# go before users.lock, so that nobody relies on a guard that is about to end.
folder=$1
afterwards=$2
shift 2

exec </dev/null >>"$folder/postgres.log" 2>&1
exec 8>>"$folder/guard.lock" 9<"$folder/users.lock"
flock --nonblock 8 || exit 0

"$@" 8>&- 9<&- &
server=$!
trap 'kill -INT $server' TERM INT HUP
setpriv --pdeathsig=KILL -- flock --exclusive 9 8>&- &
alone=$!

wait -n $server $alone
kill -INT $server 2>/dev/null
while kill -0 $server 2>/dev/null; do wait $server; done
kill $alone 2>/dev/null
if [ "$afterwards" = remove ]; then
  rm -rf "$folder"
  rmdir --ignore-fail-on-non-empty "$(dirname "$folder")"
fi
exec 8>&-
