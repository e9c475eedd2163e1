package br.com.redcheck;

import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A CT of a chest, 60 slices 2 mm apart, for tests to do something to before it is packed again. */
public final class CtSeries {
    private static final Path FIXTURE = Path.of("src/test/resources/phi/ct_series_02.zip");

    private CtSeries() {}

    /** Its slices from the head down, each test's own. */
    public static List<DicomObject> slices() throws IOException {
        List<DicomObject> slices = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(FIXTURE))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    slices.add(DicomObject.read(new ByteArrayInputStream(zip.readAllBytes()), DicomLimits.defaults()));
                }
            }
        }
        slices.sort(Comparator.comparing(slice -> -slice.dataSet().decimals(Tag.IMAGE_POSITION_PATIENT)[2]));
        return slices;
    }

    /** Packs images in this order. */
    public static byte[] zip(List<DicomObject> images) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < images.size(); i++) {
                zip.putNextEntry(new ZipEntry("IM%04d".formatted(i)));
                ByteArrayOutputStream image = new ByteArrayOutputStream();
                images.get(i).writeTo(image);
                zip.write(image.toByteArray());
            }
        }
        return packed.toByteArray();
    }
}
