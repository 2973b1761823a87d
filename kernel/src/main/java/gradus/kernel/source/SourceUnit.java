package gradus.kernel.source;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Java text as a file for the compiler. */
public final class SourceUnit extends SimpleJavaFileObject {

    private final String text;

    public SourceUnit(String text) {
        super(URI.create("string:///Unit.java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
