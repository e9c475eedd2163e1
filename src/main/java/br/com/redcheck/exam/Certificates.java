package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DeidentificationAction;
import br.com.redcheck.exam.Certificate.CertifiedImage;
import br.com.redcheck.exam.Certificate.CertifiedMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the certificates of de-identification from what was kept of each image's cleaning. */
@Service
@Transactional(readOnly = true)
class Certificates {
    private final Instances instances;
    private final Cleanings cleanings;
    private final ImageMasks masks;

    Certificates(Instances instances, Cleanings cleanings, ImageMasks masks) {
        this.instances = instances;
        this.cleanings = cleanings;
        this.masks = masks;
    }

    /**
     * The certificate of one exam as it is now.
     *
     * @throws NoSuchExam if the owner has no such exam
     */
    Certificate of(OwnerId owner, ExamId exam) {
        List<Cleaning> all = cleanings.ofExam(owner.value(), exam.value());
        if (all.isEmpty()) {
            throw new NoSuchExam();
        }
        return new Certificate(
                exam.value(),
                all.stream().map(Cleaning::software).distinct().toList(),
                all.stream()
                        .flatMap(cleaning -> Arrays.stream(cleaning.options().split(" ")))
                        .distinct()
                        .toList(),
                sum(all),
                images(owner, exam, all));
    }

    private List<CertifiedImage> images(OwnerId owner, ExamId exam, List<Cleaning> all) {
        Map<UUID, Cleaning> cleaningOf = all.stream().collect(Collectors.toMap(Cleaning::instanceId, c -> c));
        Map<UUID, List<CertifiedMask>> masksOf = masks.ofExam(owner.value(), exam.value()).stream()
                .collect(Collectors.groupingBy(
                        ImageMask::instanceId,
                        Collectors.mapping(
                                mask -> new CertifiedMask(mask.mask(), mask.origin(), !mask.stands()),
                                Collectors.toList())));
        List<CertifiedImage> images = new ArrayList<>();
        for (Instance image : instances.ofExam(owner.value(), exam.value())) {
            Cleaning cleaning = cleaningOf.get(image.id());
            if (cleaning != null) {
                images.add(certified(images.size() + 1, image, cleaning, masksOf.getOrDefault(image.id(), List.of())));
            }
        }
        return images;
    }

    private static CertifiedImage certified(int number, Instance image, Cleaning cleaning, List<CertifiedMask> masks) {
        return new CertifiedImage(
                number,
                cleaning.cleanedAt(),
                cleaning.originalSha256(),
                image.sha256(),
                cleaning.leak().isEmpty(),
                image.uncovered().isEmpty(),
                new TreeMap<>(cleaning.actions()),
                masks);
    }

    private static SortedMap<DeidentificationAction, Integer> sum(List<Cleaning> all) {
        return all.stream()
                .flatMap(cleaning -> cleaning.actions().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
    }
}
