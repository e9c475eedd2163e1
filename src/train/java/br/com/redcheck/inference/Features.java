package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The pooled features of a group of pictures, and what the network answers. Once computed they are kept in a file: computing them takes
 * minutes, all else seconds.
 *
 * @param sources where each picture comes from
 * @param rows the features of each picture
 * @param suspected what the network says of each
 */
record Features(List<String> sources, List<float[]> rows, List<Float> suspected) {
    private static final int BATCH = 8;

    /** Computes the features of a group, or takes them from the file of an earlier run. */
    static Features of(
            Path file,
            List<Pictures.Source> pictures,
            UnaryOperator<GrayFrame> change,
            LoadedNetwork network,
            Preparation preparation)
            throws IOException {
        if (!Files.exists(file)) {
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            write(unfinished, pictures, change, network, preparation);
            Files.move(unfinished, file);
        }
        return read(file, pictures);
    }

    private static void write(
            Path file,
            List<Pictures.Source> pictures,
            UnaryOperator<GrayFrame> change,
            LoadedNetwork network,
            Preparation preparation)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int from = 0; from < pictures.size(); from += BATCH) {
                List<Picture> batch = pictures.subList(from, Math.min(pictures.size(), from + BATCH)).stream()
                        .map(picture -> preparation.prepare(
                                change.apply(picture.pixels().get())))
                        .toList();
                for (LoadedNetwork.Pass pass : network.read(batch)) {
                    for (float feature : pass.pooled(FamiliarityMeasure.FEATURES)) {
                        out.writeFloat(feature);
                    }
                    out.writeFloat((float) pass.probabilities()[1]);
                }
            }
        }
    }

    private static Features read(Path file, List<Pictures.Source> pictures) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<float[]> rows = new ArrayList<>();
        List<Float> suspected = new ArrayList<>();
        while (bytes.hasRemaining()) {
            float[] row = new float[FamiliarityMeasure.FEATURES];
            for (int i = 0; i < row.length; i++) {
                row[i] = bytes.getFloat();
            }
            rows.add(row);
            suspected.add(bytes.getFloat());
        }
        return new Features(pictures.stream().map(Pictures.Source::name).toList(), rows, suspected);
    }

    /** Those of some sources only. */
    Features from(List<String> wanted) {
        Features some = new Features(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < rows.size(); i++) {
            if (wanted.contains(sources.get(i))) {
                some.sources.add(sources.get(i));
                some.rows.add(rows.get(i));
                some.suspected.add(suspected.get(i));
            }
        }
        return some;
    }
}
