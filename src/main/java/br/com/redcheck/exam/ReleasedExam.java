package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * An exam whose patient agreed to a use of it, with what may be known of it there.
 *
 * @param use the only one that it may be put to
 * @param patientAge DICOM age string such as {@code 045Y}, capped at 89 years, or null
 * @param municipality where the patient lives, by its IBGE code
 * @param truth null if no outcome was told
 * @param positive whether the network called it suspected, or null before the result
 */
public record ReleasedExam(
        SecondaryUse use,
        ExamId id,
        OwnerId owner,
        String modality,
        @Nullable String patientSex,
        @Nullable String patientAge,
        CaseState caseState,
        int municipality,
        @Nullable Truth truth,
        @Nullable Boolean positive) {}
