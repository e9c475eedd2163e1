package br.com.redcheck.exam.clinical;

/**
 * What a patient may suffer from: the signs and symptoms that Brazil's notification form for severe acute respiratory illness
 * (SIVEP-Gripe, Ministry of Health, 2020) asks for, with the two of its influenza-like illness form (e-SUS Notifica) that it lacks.
 */
enum Symptom {
    FEVER,
    COUGH,
    SORE_THROAT,
    RUNNY_NOSE,
    DYSPNOEA,
    RESPIRATORY_DISTRESS,
    LOW_SATURATION,
    LOSS_OF_SMELL,
    LOSS_OF_TASTE,
    FATIGUE,
    HEADACHE,
    DIARRHOEA,
    VOMITING,
    ABDOMINAL_PAIN,
    /** None of them, nor any other. */
    NONE
}
