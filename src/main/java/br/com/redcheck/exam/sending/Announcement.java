package br.com.redcheck.exam.sending;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to send.
 *
 * @param urgent whether it is an emergency
 * @param closed whether these are all
 */
record Announcement(
        boolean urgent, boolean closed, @Nullable List<File> files) {
    Announcement {
        files = files == null ? null : List.copyOf(files);
    }

    /**
     * @param key SHA-256 in hexadecimal of what the sender knows the file by, such as its name, size and time of change: the same when
     *     the same file is announced again
     * @param length its bytes
     */
    record File(String key, long length) {
        private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

        File {
            if (!KEY.matcher(key).matches()) {
                throw new BadUpload("key");
            }
            if (length < 0) {
                throw new BadUpload("length");
            }
        }
    }

    List<File> announced() {
        return files == null ? List.of() : files;
    }
}
