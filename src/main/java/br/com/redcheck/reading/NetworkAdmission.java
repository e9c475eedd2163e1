package br.com.redcheck.reading;

import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.exam.Admission;
import br.com.redcheck.model.ModelCatalog;
import org.springframework.stereotype.Component;

/** Lets in what some network of ours reads. */
@Component
class NetworkAdmission implements Admission {
    private final ModelCatalog catalog;

    NetworkAdmission(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void require(DicomObject image) {
        catalog.forModality(image.dataSet().string(Tag.MODALITY).orElse(""));
    }
}
