package br.com.redcheck.platform.text;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Makes {@link PlainText} of every text that is read from JSON: what scripts and programs send, and what was sealed before. */
@Component
public class PlainTextModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public PlainTextModule() {
        addDeserializer(String.class, new Reader());
    }

    private static final class Reader extends StdScalarDeserializer<String> {
        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            return PlainText.of(StringDeserializer.instance.deserialize(json, context));
        }
    }
}
