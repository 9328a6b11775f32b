# Starts the server of a private cluster, starts it again when it crashes, and stops it when the cluster's last user is gone.
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

stopping=
trap 'stopping=1' TERM INT HUP
setpriv --pdeathsig=KILL -- flock --exclusive 9 8>&- &
alone=$!

# A server that crashed, or found the disk full, is started again as long as it has users: they reconnect and lose nothing. One that was stopped on purpose,
# or that never came up (the user who starts it says why), is not.
while :; do
  began=$SECONDS
  "$@" 8>&- 9<&- &
  server=$!
  wait -n $server $alone
  ended=$?
  [ -z "$stopping" ] && [ $ended != 0 ] && kill -0 $alone 2>/dev/null && ! kill -0 $server 2>/dev/null || break
  grep -q 'ready to accept connections' "$folder/postgres.log" || break
  echo "The server ended with code $ended and is started again."
  if [ $((SECONDS - began)) -lt 3 ]; then sleep 1; else sleep 0.2; fi
done
kill -INT $server 2>/dev/null
while kill -0 $server 2>/dev/null; do wait $server; done
kill $alone 2>/dev/null
if [ "$afterwards" = remove ]; then
  rm -rf "$folder"
  rmdir --ignore-fail-on-non-empty "$(dirname "$folder")"
fi
exec 8>&-
