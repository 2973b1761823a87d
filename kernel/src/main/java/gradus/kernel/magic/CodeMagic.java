package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.render.Picture;
import gradus.render.StraightLineCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %code f}: {@link StraightLineCode#of}. */
@Command(
        name = "%code",
        description = "Writes the forward and the backward pass that led to a scalar as code, each line with its step.")
final class CodeMagic extends NodeMagic {

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "java, python or both (default: both)")
    String language = "both";

    @Override
    Picture picture(Node of) {
        return language.equalsIgnoreCase("both") ? StraightLineCode.of(of) : StraightLineCode.of(of, language);
    }
}
