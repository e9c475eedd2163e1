package br.com.redcheck.reading;

import br.com.redcheck.dicom.DicomFiles;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.ObjectVisitor;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.dicom.ReaderFailed;
import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.WalkLimits;
import br.com.redcheck.inference.Choice;
import br.com.redcheck.inference.Networks;
import br.com.redcheck.inference.ReadableImage;
import br.com.redcheck.inference.Verdict;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.InOrder;
import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the exams in files, folders and zips and has them read, each film by itself and each CT series as a whole. Several films are
 * read at a time; they are told of in the order in which they were found.
 *
 * <p>Of a series only the headers' facts are kept while files pass by; the few slices that its network wants are fetched in a second
 * walk. So memory does not grow with the number of images' pixels.
 */
final class ExamsOnDisk implements AutoCloseable {
    private final Networks networks;
    private final Function<String, List<ModelCard>> choice;
    private final Consumer<ClassifiedExam> told;
    private final DicomFiles files = new DicomFiles(WalkLimits.defaults());
    private final DicomLimits limits = DicomLimits.defaults();
    private final InOrder work = new InOrder();

    /**
     * @param choice the networks for a modality; may refuse
     * @param told hears of each exam
     */
    ExamsOnDisk(Networks networks, Function<String, List<ModelCard>> choice, Consumer<ClassifiedExam> told) {
        this.networks = networks;
        this.choice = choice;
        this.told = told;
    }

    /** Reads all exams under a path. */
    void read(Path root) throws IOException {
        Map<SeriesKey, List<ImageOnDisk>> series = new LinkedHashMap<>();
        files.walk(root, new Visitor() {
            @Override
            public void object(String path, DicomObject object, long size) {
                List<ImageOnDisk> frames = ReaderFailed.guarded(() -> frames(path, object));
                for (ModelCard card :
                        choice.apply(object.dataSet().string(Tag.MODALITY).orElse(""))) {
                    if (card.preparation().slices().isEmpty()) {
                        film(frames.get(0), object, size, card);
                    } else {
                        series.computeIfAbsent(SeriesKey.of(root, path, object, card), first -> new ArrayList<>())
                                .addAll(frames);
                    }
                }
            }
        });
        work.finish();
        for (var entry : series.entrySet()) {
            series(entry.getKey(), entry.getValue());
        }
    }

    private List<ImageOnDisk> frames(String path, DicomObject object) {
        return IntStream.range(0, PixelData.of(object, limits).frames())
                .mapToObj(frame -> ImageOnDisk.of(path, frame, object.dataSet()))
                .toList();
    }

    private void film(ImageOnDisk film, DicomObject object, long size, ModelCard card) {
        String path = film.path();
        List<ImageOnDisk> images = List.of(film);
        Map<String, DicomObject> objects = Map.of(path, object);
        work.add(
                size,
                () -> {
                    ReadExam exam = new ReadExam(path, ask(card, images, objects), images, objects);
                    return () -> told.accept(exam);
                },
                refusal -> () -> told.accept(new RefusedExam(path, Optional.of(card), refusal)));
    }

    private void series(SeriesKey key, List<ImageOnDisk> images) throws IOException {
        try {
            Choice choice = networks.choose(
                    key.card(), images.stream().map(ImageOnDisk::facts).toList());
            Set<String> wanted = Stream.concat(choice.places().stream(), choice.witnesses().stream())
                    .map(place -> images.get(place).path())
                    .collect(Collectors.toSet());
            Map<String, DicomObject> objects = fetch(key.place(), wanted);
            told.accept(new ReadExam(key.place().toString(), ask(key.card(), images, objects), images, objects));
        } catch (Refusal refusal) {
            told.accept(new RefusedExam(key.place().toString(), Optional.of(key.card()), refusal));
        }
    }

    /** @throws Refusal if the network may not say anything of them */
    private Verdict ask(ModelCard card, List<ImageOnDisk> images, Map<String, DicomObject> objects) {
        List<ReadableImage> readable = images.stream()
                .map(image -> new ReadableImage(
                        image.facts(),
                        () -> PixelData.of(Objects.requireNonNull(objects.get(image.path())), limits)
                                .gray(image.frame())))
                .toList();
        Verdict verdict = ReaderFailed.guarded(() -> networks.read(card, readable));
        Unlikeness.require(verdict.unlikeness());
        return verdict;
    }

    private Map<String, DicomObject> fetch(Path place, Set<String> wanted) throws IOException {
        Map<String, DicomObject> objects = new HashMap<>();
        files.walk(place, new DicomFiles.Visitor() {
            @Override
            public void file(String path, InputStream content) throws IOException {
                if (wanted.contains(path)) {
                    objects.put(path, DicomObject.read(content, limits));
                }
            }

            @Override
            public void refused(String path, Refusal refusal) {
                // it was told in the first walk
            }

            @Override
            public void setAside(String path, SetAside reason) {
                // so was this
            }
        });
        return objects;
    }

    /** Tells of what is refused or set aside. */
    private abstract class Visitor implements ObjectVisitor {
        @Override
        public void refused(String path, Refusal refusal) {
            work.add(() -> told.accept(new RefusedExam(path, Optional.empty(), refusal)));
        }

        @Override
        public void setAside(String path, SetAside reason) {
            work.add(() -> told.accept(new FileAside(path, reason)));
        }
    }

    @Override
    public void close() {
        work.close();
    }

    /**
     * What makes a series one.
     *
     * @param place the archive, the folder or the file that was named and holds it
     */
    private record SeriesKey(Path place, String seriesInstanceUid, ModelCard card) {
        static SeriesKey of(Path root, String path, DicomObject object, ModelCard card) {
            int archive = path.indexOf('!');
            Path place = archive < 0 ? root : Path.of(path.substring(0, archive));
            return new SeriesKey(
                    place, object.dataSet().string(Tag.SERIES_INSTANCE_UID).orElse(""), card);
        }
    }
}
