package br.com.redcheck.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Cleaned objects on the disk, study by study and series by series, under the names that their pseudonyms give: those of the original
 * files may be patients'.
 */
record CleanFolder(Path root) {
    private static final String NAMELESS = "unknown";

    /** Writes an object whole or not at all. One that lies there already, byte for byte, is not written again. */
    Path write(DicomObject object) throws IOException {
        DataSet header = object.dataSet();
        Path folder = root.resolve(name(header, Tag.STUDY_INSTANCE_UID)).resolve(name(header, Tag.SERIES_INSTANCE_UID));
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                object.writeTo(out);
            }
            return keep(draft, folder, name(header, Tag.SOP_INSTANCE_UID));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path keep(Path draft, Path folder, String name) throws IOException {
        Path place = folder.resolve(name + ".dcm");
        for (int number = 2; Files.exists(place); number++) {
            if (Files.mismatch(place, draft) == -1) {
                return place;
            }
            place = folder.resolve(name + "-" + number + ".dcm");
        }
        return Files.move(draft, place);
    }

    private static String name(DataSet header, int tag) {
        return header.string(tag).filter(uid -> uid.matches("[0-9.]{1,64}")).orElse(NAMELESS);
    }
}
