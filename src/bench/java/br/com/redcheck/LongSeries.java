package br.com.redcheck;

import br.com.redcheck.dicom.DicomFiles;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.dicom.WalkLimits;
import br.com.redcheck.platform.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The slices of a real CT series, repeated to be as many studies of as many slices as a benchmark asks for. */
final class LongSeries {
    static final Path SIXTY_SLICES = Path.of("src/test/resources/phi/ct_series_02.zip");

    private static final double SLICE_DISTANCE_MM = 1;

    private final List<DicomObject> slices = new ArrayList<>();

    LongSeries(Path archive) throws IOException {
        new DicomFiles(WalkLimits.defaults()).walk(archive, new DicomFiles.Visitor() {
            @Override
            public void file(String path, InputStream content) throws IOException {
                slices.add(DicomObject.read(content, DicomLimits.defaults()));
            }

            @Override
            public void refused(String path, Refusal refusal) {
                throw refusal;
            }

            @Override
            public void setAside(String path, SetAside reason) {
                throw new IllegalStateException(reason.name());
            }
        });
    }

    /** A slice of a study, as a file: the same bytes each time for the same arguments. */
    byte[] slice(String study, int number) {
        DicomObject slice = slices.get(number % slices.size());
        slice.dataSet().putString(Tag.STUDY_INSTANCE_UID, Vr.UI, study);
        slice.dataSet().putString(Tag.SERIES_INSTANCE_UID, Vr.UI, study + ".1");
        slice.dataSet().putString(Tag.SOP_INSTANCE_UID, Vr.UI, study + ".1." + (number + 1));
        slice.dataSet()
                .putString(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "0", "0", Double.toString(-number * SLICE_DISTANCE_MM));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            slice.writeTo(out);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return out.toByteArray();
    }
}
