package br.com.redcheck.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.HomeUnusable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

class EmbeddedPostgresIT {
    /** The line of postmaster.pid that names the folder of the Unix socket. */
    private static final int SOCKET_FOLDER = 4;

    /** One home for all tests: a real one sees many starts as well. */
    @TempDir
    static Path folder;

    private final Home home = new Home(folder);

    @Test
    void aPasswordIsDemanded() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            Access access = postgres.connectionDetails();

            for (String user : List.of(access.getUsername(), Cluster.SUPERUSER)) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> DriverManager.getConnection(access.getJdbcUrl(), user, "guess"))
                        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
        }
    }

    @Test
    void whatIsCommittedIsWrittenThrough() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                assertThat(ask(postgres, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(ask(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void theApplicationIsNotTheSuperuser() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            assertThat(ask(
                            postgres,
                            "select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void onlyThisMachineIsAnswered() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readAllLines(note()).get(SOCKET_FOLDER)).isBlank();
            for (InetAddress address : addressesOfThisMachine()) {
                assertThatExceptionOfType(ConnectException.class)
                        .as("%s", address)
                        .isThrownBy(() -> new Socket(address, port(postgres)).close());
            }
        }
    }

    @Test
    void aRestartKeepsTheData() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            tell(postgres, "create table kept (word text)");
            tell(postgres, "insert into kept values ('pulmão')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            assertThat(ask(postgres, "select word from kept")).isEqualTo("pulmão");
        }
    }

    @Test
    void nobodyElseMayReadTheHome() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            Cluster cluster = postgres.cluster();
            assertThat(modeOf(cluster.folder().resolve(".."))).isEqualTo("rwx------");
            assertThat(modeOf(cluster.folder())).isEqualTo("rwx------");
            assertThat(modeOf(cluster.folder().resolve("password"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aServerLeftBehindByAKilledApplicationIsStopped() throws IOException, InterruptedException {
        Process killed = KilledApplication.start(home);
        ProcessHandle orphan = server();
        killed.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            orphan.onExit().join();
            assertThat(server()).isNotEqualTo(orphan);
        }
    }

    @Test
    void whatWasCommittedOutlivesAKilledServer() throws IOException, SQLException {
        ProcessHandle server;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            tell(postgres, "create table survived (word text)");
            tell(postgres, "insert into survived values ('yes')");
            server = server();
            server.destroyForcibly();
            server.onExit().join();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            assertThat(ask(postgres, "select word from survived")).isEqualTo("yes");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no program called sleep")
    void anotherProgramThatWasGivenTheServersNumberIsLeftAlone() throws IOException {
        EmbeddedPostgres.start(home, 0).close();
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    note(), sleeper.pid() + "\n" + note().getParent() + "\n1\n1\n\n127.0.0.1\n  1 1\nready\n");

            EmbeddedPostgres.start(home, 0).close();

            assertThat(sleeper.isAlive()).isTrue();
        } finally {
            sleeper.destroy();
        }
    }

    @Test
    void aHomeServesOneInstance() throws IOException, InterruptedException {
        Process other = KilledApplication.start(home);
        try {
            assertThatExceptionOfType(HomeTaken.class).isThrownBy(() -> EmbeddedPostgres.start(home, 0));
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home, other.getLocalPort()))
                    .satisfies(e -> assertThat(e.arguments()).containsExactly("" + other.getLocalPort()));
        }
        EmbeddedPostgres.start(home, 0).close(); // the refusal has let go of the home
    }

    @Test
    void dataOfAnotherMajorVersionAreNotTouched() throws IOException {
        EmbeddedPostgres.start(home, 0).close();
        Path version = note().resolveSibling("PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "17\n");
        try {
            assertThatExceptionOfType(DataOfAnotherVersion.class).isThrownBy(() -> EmbeddedPostgres.start(home, 0));
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void damagedProgramsAreUnpackedAfresh() throws IOException {
        EmbeddedPostgres.start(home, 0).close();
        Path program;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            program = postgres.cluster().binaries().program("initdb");
        }
        Files.delete(program);

        EmbeddedPostgres.start(home, 0).close();

        assertThat(program).exists();
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed(@TempDir Path other) throws IOException {
        Path file = Files.createFile(other.resolve("file"));

        assertThatExceptionOfType(HomeUnusable.class)
                .isThrownBy(() -> EmbeddedPostgres.start(new Home(file.resolve("home")), 0));
    }

    private static Path note() throws IOException {
        try (var found = Files.find(folder, 4, (path, its) -> path.endsWith(Path.of("data", "PG_VERSION")))) {
            return found.findFirst().orElseThrow().resolveSibling("postmaster.pid");
        }
    }

    private static ProcessHandle server() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(note()).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static int port(EmbeddedPostgres postgres) {
        return URI.create(postgres.connectionDetails().getJdbcUrl().substring("jdbc:".length()))
                .getPort();
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = open(postgres);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static void tell(EmbeddedPostgres postgres, String command) throws SQLException {
        try (Connection connection = open(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection open(EmbeddedPostgres postgres) throws SQLException {
        FlywayConnectionDetails owner = postgres.connectionDetails().migrations();
        return DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
    }
}
