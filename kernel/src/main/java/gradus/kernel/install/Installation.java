package gradus.kernel.install;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts a built Gradus into Jupyter.
 *
 * @param built the jar with its {@code lib} folder beside it
 * @param jdk the JDK that the kernel will run on
 * @param platform of the machine
 */
record Installation(Path built, Jdk jdk, Platform platform) {

    /**
     * Writes the kernel's folder. A Gradus that is there already is replaced at one blow: it is whole at every moment,
     * old or new.
     */
    void into(KernelFolder target) throws IOException {
        FolderSwap.replace(target.path(), target.jupyterData(), fresh -> {
            Files.copy(built, fresh.resolve(target.jar().getFileName()));
            copyJars("lib", fresh);
            copyJars("lib/maven", fresh); // apart, because only %maven loads them
            Files.writeString(fresh.resolve(JvmFlags.FILE), JvmFlags.fileContent());
            Files.writeString(fresh.resolve(CompilerDirectives.FILE), CompilerDirectives.fileContent());
            Files.writeString(fresh.resolve("kernel.json"), kernelJson(target));
            Logo.write(fresh);
        });
    }

    /** The built jar that runs this program. */
    static Path runningJar() {
        Path code = Path.of(URI.create(Installation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        if (!Files.isRegularFile(code)) {
            throw new InstallProblem(code + " is no jar: build one with `mvn -DskipTests package`, and run that.");
        }
        return code;
    }

    private void copyJars(String folder, Path fresh) throws IOException {
        Path to = Files.createDirectory(fresh.resolve(folder));
        try (Stream<Path> jars = Files.list(built.resolveSibling(folder))) {
            for (Path jar : jars.filter(Files::isRegularFile).toList()) {
                Files.copy(jar, to.resolve(jar.getFileName()));
            }
        }
    }

    private String kernelJson(KernelFolder target) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", target.argv(jdk, platform, ClassDataArchive.of(jdk).useFlags(target.path())));
        spec.put("display_name", "Gradus (Java)");
        spec.put("language", "java");
        // A signal would end the JVM; the kernel stops the cell when it is asked by message.
        spec.put("interrupt_mode", "message");
        spec.put("metadata", Map.of("debugger", false));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(spec) + "\n";
    }

    /** What {@code kernel.json} says, for the doctor. */
    static List<String> argvOf(Path kernelJson) throws IOException {
        return JsonParser.parseString(Files.readString(kernelJson))
                .getAsJsonObject()
                .getAsJsonArray("argv")
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .toList();
    }
}
