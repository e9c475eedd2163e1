package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamImage;
import br.com.redcheck.exam.ExamSeries;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is read as one: a CT series with all its slices, or a single film.
 *
 * @param id the series' id, or the film's
 */
record Subject(OwnerId owner, ExamId exam, UUID id, String modality, List<ExamImage> images) {
    static Stream<Subject> of(OwnerId owner, ExamId exam, ExamSeries series) {
        if (series.modality().equals("CT")) {
            return Stream.of(new Subject(owner, exam, series.id(), series.modality(), series.images()));
        }
        return series.images().stream()
                .map(film -> new Subject(owner, exam, film.id(), series.modality(), List.of(film)));
    }

    /** Names exactly what the network was given: the hash over the images' own hashes in order. */
    String inputSha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            images.forEach(image -> digest.update(image.sha256().getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
