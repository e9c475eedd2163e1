package br.com.redcheck.platform;

/** The user of the operating system as which we run. */
public final class ProcessUser {
    private ProcessUser() {}

    /** Whether that is the one who may do everything. */
    public static boolean isRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }
}
