package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %%writefile FILE}: {@link Files#writeString}. */
@Command(name = "%%writefile", aliases = "%%file", description = "Writes the cell into a file.")
final class WritefileMagic extends WholeCellMagic {

    @Option(
            names = {"-a", "--append"},
            description = "at the end of the file that is there")
    boolean append;

    @Parameters(paramLabel = "FILE", description = "its folders are made where they are missing")
    String file = "";

    @Override
    public Object run(Session session) throws IOException {
        Path path = Path.of(file).toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a folder; add the name of a file");
        }
        boolean isThere = Files.exists(path);
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String text = text().endsWith("\n") ? text() : text() + "\n";
        Files.writeString(
                path,
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
        String did = append && isThere ? "Appended to " : isThere ? "Overwrote " : "Wrote ";
        return MimeBundle.text(did + file + " (" + text.lines().count() + " lines)");
    }

    @Override
    public List<String> completions(String typed) {
        return FileNames.completions(typed);
    }

    @Override
    public String example() {
        return "%%writefile target/notes.txt\nA line.";
    }
}
