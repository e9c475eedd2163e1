package br.com.redcheck.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one folder in which the application keeps everything that must outlive it: database, sealed files, keys.
 *
 * @param folder absolute; set by {@code covid-dicom.home} (environment {@code COVID_DICOM_HOME}), {@code ~/.covid-dicom} otherwise
 */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Bytes that can still be written. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /**
     * A folder inside the home, made if it is missing; what is made may be entered by the application's own user alone (mode 700).
     *
     * @throws HomeUnusable if it cannot be made
     */
    public Path subfolder(String name) {
        Path wanted = folder.resolve(name);
        try {
            return PrivateFiles.folder(wanted);
        } catch (IOException e) {
            throw new HomeUnusable(wanted, e);
        }
    }
}
