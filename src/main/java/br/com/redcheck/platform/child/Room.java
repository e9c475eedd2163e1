package br.com.redcheck.platform.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where children run that read the same files: Linux namespaces without network and with nothing in sight but the system's
 * libraries and those files, read-only.
 *
 * <p>A keeper process holds it open, for a child enters in a tenth of the time that making it takes. The keeper ends with us: it waits for the
 * end of what we say.
 */
final class Room implements AutoCloseable {
    private static final Map<Kind, Room> OPEN = new ConcurrentHashMap<>();

    /** A folder that every Linux has and nothing is run from; what is mounted over it is seen within the room alone. */
    private static final String SITE = "/sys";

    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix");

    private static final List<String> TOOLS = List.of("/usr/bin/", "/usr/sbin/", "/bin/", "/sbin/");

    /** What programs and Java read of /etc; the rest may hold secrets. */
    private static final List<String> SETTINGS =
            List.of("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "fonts", "crypto-policies", "java*");

    /** Those that systemd hands out for a service's time, so that they belong to nobody else. */
    private static final int FIRST_USER = 61_184;

    private static final int USERS = 4_000;
    private static final AtomicInteger users = new AtomicInteger();

    private final Containment containment;
    private final Process keeper;

    private Room(Containment containment, Process keeper) {
        this.containment = containment;
        this.keeper = keeper;
    }

    /** The room with these files, kept from the last time if it is still there. */
    static synchronized Room with(Containment containment, List<Path> files) throws IOException {
        Kind kind = new Kind(containment, files);
        Room room = OPEN.get(kind);
        if (room == null || !room.keeper.isAlive()) {
            room = furnished(containment, files);
            OPEN.put(kind, room);
        }
        return room;
    }

    /**
     * Makes a room.
     *
     * @throws IOException if this system does not let us
     */
    static Room furnished(Containment containment, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("unshare"), "--net", "--mount", "--ipc", "--uts"));
        if (containment == Containment.USER_NAMESPACE) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--", Containment.SHELL));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        Room room = new Room(containment, builder.start());
        try {
            room.furnish(files);
            return room;
        } catch (IOException e) {
            room.close();
            throw e;
        }
    }

    private void furnish(List<Path> files) throws IOException {
        Writer instructions = keeper.outputWriter(StandardCharsets.UTF_8); // stays open: its end is the keeper's
        instructions.write(furnishing(files));
        instructions.flush();
        BufferedReader said = keeper.inputReader(StandardCharsets.UTF_8);
        if (!"ready".equals(said.readLine())) {
            throw new IOException("the system lets no room be made for child processes");
        }
    }

    /** What stands before the command of a child that shall run in here. */
    List<String> entrance() {
        List<String> command = new ArrayList<>(List.of(tool("nsenter"), "--target", Long.toString(keeper.pid())));
        if (containment == Containment.USER_NAMESPACE) {
            command.addAll(List.of("--user", "--preserve-credentials"));
        }
        command.addAll(List.of("--net", "--mount", "--ipc", "--uts", "--"));
        command.addAll(
                List.of(tool("unshare"), "--pid", "--fork", "--kill-child", "--")); // what it starts dies with it
        command.addAll(List.of(
                tool("chroot"), "/room")); // where no user namespace can be made, which would give privileges back
        command.addAll(List.of(tool("setpriv"), "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"));
        if (containment == Containment.OTHER_USER) {
            String user = Integer.toString(FIRST_USER + Math.floorMod(users.getAndIncrement(), USERS));
            command.addAll(List.of("--reuid", user, "--regid", user, "--clear-groups"));
        }
        command.addAll(List.of("--pdeathsig", "KILL", "--"));
        return command;
    }

    @Override
    public void close() {
        keeper.destroyForcibly();
    }

    /** What the keeper's shell does before it keeps. */
    private static String furnishing(List<Path> files) throws IOException {
        Set<Path> shown = new TreeSet<>(settings()); // a folder comes before what lies in it
        files.stream()
                .filter(file -> SYSTEM.stream().noneMatch(file::startsWith))
                .forEach(shown::add);
        StringBuilder places = new StringBuilder();
        StringBuilder mounts = new StringBuilder();
        for (String name : SYSTEM) {
            Path folder = Path.of(name);
            if (Files.isSymbolicLink(folder)) {
                places.append("ln -s " + quoted(Files.readSymbolicLink(folder).toString()) + " room" + name + "\n");
            } else if (Files.isDirectory(folder)) {
                shown.add(folder);
            }
            places.append("ln -s room" + name + " ." + name + "\n");
        }
        for (Path file : shown) {
            places.append(place(file));
            mounts.append(mount(file));
        }
        return """
                set -e
                mount -t tmpfs -o size=4m,nr_inodes=16k,mode=755 none %1$s
                cd %1$s
                mkdir old room
                ln -s old/proc proc
                %2$s
                printf %%s %3$s > mounts
                mount -a -T mounts
                mount -o remount,bind,ro,nosuid,nodev %1$s
                pivot_root . old
                cd /
                umount -l old
                echo ready
                exec cat
                """.formatted(SITE, places, quoted(mounts.toString()));
    }

    private static List<Path> settings() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String name : SETTINGS) {
            try (DirectoryStream<Path> settings = Files.newDirectoryStream(Path.of("/etc"), name)) {
                settings.forEach(found::add);
            }
        }
        return found;
    }

    /** Something of its kind to mount it over. */
    private static String place(Path file) {
        boolean folder = Files.isDirectory(file);
        String made = folder ? file.toString() : String.valueOf(file.getParent());
        return "mkdir -p " + quoted("room" + made) + "\n" + (folder ? "" : ": > " + quoted("room" + file) + "\n");
    }

    /** A line as fstab has them. Locked flags of the source's mount may be repeated, not left out. */
    private static String mount(Path file) {
        String name = file.toString()
                .replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
        return name + " " + SITE + "/room" + name + " none rbind,ro,nosuid,nodev 0 0\n";
    }

    /** Where a program of the system lies: one without a search path in its environment looks in too few folders. */
    static String tool(String name) {
        return TOOLS.stream()
                .map(folder -> folder + name)
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse(name);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private record Kind(Containment containment, List<Path> files) {}
}
