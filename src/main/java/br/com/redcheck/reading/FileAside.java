package br.com.redcheck.reading;

import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.platform.Messages;
import java.util.List;
import java.util.Locale;

/** A file that came with exams and holds no image to read. */
record FileAside(String path, SetAside reason) implements ClassifiedExam {
    @Override
    public List<String> lines(Messages messages, Locale language) {
        return List.of(messages.text(language, "classify.aside", path, messages.text(language, reason.key())));
    }

    @Override
    public String json(Messages messages, Locale language) {
        return ClassifiedExam.unread(path)
                .put("aside", messages.text(language, reason.key()))
                .toString();
    }
}
