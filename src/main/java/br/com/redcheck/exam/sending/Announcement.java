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
     * @param place SHA-256 in hexadecimal of its name alone: the same when the file has changed. Null where another file of that name is
     *     still on its way
     * @param archive whether it holds files; null if the sender has not looked
     */
    record File(
            String key,
            long length,
            @Nullable String place,
            @Nullable Boolean archive) {
        private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

        File {
            if (!KEY.matcher(key).matches()) {
                throw new BadUpload("key");
            }
            if (place != null && !KEY.matcher(place).matches()) {
                throw new BadUpload("place");
            }
            if (length < 0) {
                throw new BadUpload("length");
            }
        }

        /** One that the sender has not looked into. */
        File(String key, long length) {
            this(key, length, null, null);
        }

        /** Whether it is said to be one object, and no archive of many. */
        boolean single() {
            return Boolean.FALSE.equals(archive);
        }
    }

    List<File> announced() {
        return files == null ? List.of() : files;
    }
}
