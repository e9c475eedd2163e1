package br.com.redcheck.reading;

import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.exam.Picture;
import br.com.redcheck.inference.Cam;
import br.com.redcheck.inference.Verdict;
import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Messages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exam that was read.
 *
 * @param images all of it; the verdict names those that were read by their places here
 * @param objects those that were read, by their paths, their pixels at hand for a picture
 */
record ReadExam(String path, Verdict verdict, List<ImageOnDisk> images, Map<String, DicomObject> objects)
        implements ClassifiedExam {
    private static final float OPACITY = 0.55f;

    @Override
    public List<String> lines(Messages messages, Locale language) {
        NumberFormat percent = NumberFormat.getPercentInstance(language);
        percent.setMinimumFractionDigits(1);
        ModelCard card = verdict.card();
        List<String> lines = new ArrayList<>();
        lines.add(messages.text(
                language,
                "classify.read",
                path,
                messages.text(language, classKey()),
                percent.format(verdict.suspected()),
                percent.format(card.threshold()),
                card.name(),
                card.version()));
        verdict.unlikeness()
                .ifPresent(measured -> lines.add(
                        "    " + messages.text(language, unlike() ? "classify.unlike" : "classify.like", measured)));
        CardText.warning(card, messages, language)
                .ifPresent(warning -> lines.add("    " + messages.text(language, "result.warning") + " " + warning));
        SaidRemark.of(verdict.remarks(), messages, language)
                .forEach(remark -> lines.add("    " + messages.text(language, "result.warning") + " " + remark.text()));
        return lines;
    }

    private String classKey() {
        if (unlike() || verdict.unstable()) {
            return "result.no-class";
        }
        return verdict.suspected() >= verdict.card().threshold() ? "result.suspected" : "result.not-suspected";
    }

    private boolean unlike() {
        return verdict.unlikeness().isPresent()
                && Unlikeness.unlike(verdict.unlikeness().getAsDouble());
    }

    /** The map of a series is that of the first slice read; each slice has its own. */
    @Override
    public String json(Messages messages, Locale language) {
        ObjectNode exam = JsonNodeFactory.instance.objectNode().put("path", path);
        exam.put("modality", images.get(0).facts().modality());
        exam.put("model", verdict.card().name());
        exam.put("version", verdict.card().version());
        exam.put("suspected", verdict.suspected());
        exam.put("label", verdict.label());
        putUnlikeness(exam, verdict.unlikeness());
        exam.put("unlike", verdict.unlikeness().isPresent() ? unlike() : null);
        exam.put("unstable", verdict.unstable());
        exam.put("warning", CardText.warning(verdict.card(), messages, language).orElse(null));
        ArrayNode remarks = exam.putArray("remarks");
        SaidRemark.of(verdict.remarks(), messages, language)
                .forEach(
                        remark -> remarks.addObject().put("code", remark.code()).put("text", remark.text()));
        if (verdict.card().preparation().slices().isPresent()) {
            slices(exam.putArray("slices"));
        } else {
            exam.putNull("slices");
        }
        putCam(exam, verdict.images().get(0).cam());
        return exam.putNull("refused").putNull("aside").toString();
    }

    /** Writes the most suspected image with its heat map over it. */
    void writeOverlay(OutputStream png) throws IOException {
        ImageResult most = mostSuspected();
        ImageOnDisk read = images.get(most.index());
        float[][] map = most.cam().map(Cam::rows).orElse(new float[1][1]);
        BufferedImage image = Picture.of(Objects.requireNonNull(objects.get(read.path())), read.frame());
        png.write(Picture.png(new HeatMap(map, HeatMap.strongest(map)).over(image, OPACITY)));
    }

    private ImageResult mostSuspected() {
        int label = verdict.card().positiveLabel();
        return verdict.images().stream()
                .max(Comparator.comparing(result -> result.probabilities().get(label)))
                .orElseThrow();
    }

    private void slices(ArrayNode slices) {
        for (ImageResult result : verdict.images()) {
            ImageOnDisk image = images.get(result.index());
            ObjectNode slice = slices.addObject().put("sop_instance_uid", image.sopInstanceUid());
            image.facts()
                    .positionZ()
                    .ifPresentOrElse(z -> slice.put("position_z", z), () -> slice.putNull("position_z"));
            slice.put("suspected", result.probabilities().get(verdict.card().positiveLabel()));
            putUnlikeness(slice, result.unlikeness());
            putCam(slice, result.cam());
        }
    }

    private static void putUnlikeness(ObjectNode into, OptionalDouble unlikeness) {
        into.put("unlikeness", unlikeness.isPresent() ? unlikeness.getAsDouble() : null);
    }

    private static void putCam(ObjectNode into, Optional<Cam> cam) {
        cam.ifPresentOrElse(
                map -> {
                    ArrayNode rows = into.putArray("cam");
                    for (float[] row : map.rows()) {
                        ArrayNode numbers = rows.addArray();
                        for (float number : row) {
                            numbers.add(number);
                        }
                    }
                },
                () -> into.putNull("cam"));
    }
}
