package br.com.redcheck.inference;

import java.util.List;

/** Where branches meet. A row of results is a piece of work. An input of one place stands for every place. */
enum Meeting implements Step {
    /** Values are added. */
    SUM {
        @Override
        void join(float[] values, int to, float[] row, int from, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] += row[from + i];
            }
        }
    },
    /** Values are multiplied. */
    PRODUCT {
        @Override
        void join(float[] values, int to, float[] row, int from, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] *= row[from + i];
            }
        }
    },
    /** The second is taken from the first. */
    DIFFERENCE {
        @Override
        void join(float[] values, int to, float[] row, int from, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] -= row[from + i];
            }
        }
    },
    /** The greatest stays. */
    GREATEST {
        @Override
        void join(float[] values, int to, float[] row, int from, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = Math.max(values[to + i], row[from + i]);
            }
        }
    },
    /** The least stays. */
    LEAST {
        @Override
        void join(float[] values, int to, float[] row, int from, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = Math.min(values[to + i], row[from + i]);
            }
        }
    },
    /** The mean of all. */
    MEAN {
        @Override
        void join(float[] values, int to, float[] row, int from, int count) {
            SUM.join(values, to, row, from, count);
        }

        @Override
        void end(float[] values, int length, int inputs) {
            for (int i = 0; i < length; i++) {
                values[i] /= inputs;
            }
        }
    },
    /** Channels stand beside each other. */
    CONCATENATION {
        @Override
        void join(float[] values, int to, float[] row, int from, int count) {
            System.arraycopy(row, from, values, to, count);
        }
    };

    /** Joins the channels of a place with those that are there. */
    abstract void join(float[] values, int to, float[] row, int from, int count);

    /** Does what is left when all have been joined. */
    void end(float[] values, int length, int inputs) {}

    @Override
    public void compute(List<Batch> inputs, Batch results, Means means) {
        means.workers().share(results.pictures() * results.height(), (part, scratch) -> {
            int length = results.width() * results.channels();
            float[] values = scratch.row(length);
            int to = 0;
            for (int i = 0; i < inputs.size(); i++) {
                Meeting how = i == 0 ? CONCATENATION : this;
                how.join(inputs.get(i), results, part, values, to, scratch);
                to += this == CONCATENATION ? inputs.get(i).channels() : 0;
            }
            end(values, length, inputs.size());
            results.from((long) part * results.width()).put(values, 0, length);
        });
    }

    private void join(Batch input, Batch results, int part, float[] values, int to, Scratch scratch) {
        boolean everywhere = input.height() == 1 && input.width() == 1;
        int y = everywhere ? 0 : part % results.height();
        int length = input.width() * input.channels();
        float[] row = Scratch.atLeast(scratch.rows, length)[0];
        input.row(part / results.height(), y).get(row, 0, length);
        for (int x = 0; x < results.width(); x++) {
            int from = everywhere ? 0 : x * input.channels();
            join(values, x * results.channels() + to, row, from, input.channels());
        }
    }
}
