# Waits until the test process is gone, however it ended, then stops the servers of its folder and removes the folder.
# Standard input is a pipe that only the test process holds open; $1 is the folder.
trap '' HUP INT TERM
read -r _

# A process is ours only if its command line names the folder: numbers of processes are used again.
ours() { tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -qF "$folder/"; }

folder=$1
# The other servers hold nothing that would have to be ended in good order.
for file in "$folder"/*/server.pid; do
    [ -f "$file" ] && read -r pid <"$file" && ours "$pid" && kill -KILL "$pid"
done
for file in "$folder"/*/data/postmaster.pid; do
    [ -f "$file" ] && read -r pid <"$file" && ours "$pid" || continue
    kill -QUIT "$pid"
    tries=0
    while ours "$pid"; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || kill -KILL "$pid"
        sleep 0.1
    done
done
rm -rf "$folder"
rmdir "${folder%/*}" 2>/dev/null
