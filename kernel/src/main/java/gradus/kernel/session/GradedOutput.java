package gradus.kernel.session;

/**
 * The output of code whose verdict the kernel itself gives. nbgrader gives no points for a cell that prints to {@code
 * System.err}, be its answer right or wrong: what is printed there goes to the normal output.
 *
 * @param isHidden whether nothing is shown at all: the code runs on numbers that its author is not to see
 */
public record GradedOutput(CellOutput cell, boolean isHidden) implements CellOutput {

    @Override
    public void write(Stream stream, byte[] bytes, int offset, int length) {
        if (!isHidden) {
            cell.write(Stream.STDOUT, bytes, offset, length);
        }
    }

    @Override
    public void show(MimeBundle bundle) {
        if (!isHidden) {
            cell.show(bundle);
        }
    }

    @Override
    public void show(MimeBundle bundle, String id) {
        if (!isHidden) {
            cell.show(bundle, id);
        }
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        if (!isHidden) {
            cell.update(bundle, id);
        }
    }

    @Override
    public void page(MimeBundle bundle) {
        if (!isHidden) {
            cell.page(bundle);
        }
    }

    @Override
    public void clear(boolean wait) {
        if (!isHidden) {
            cell.clear(wait);
        }
    }

    @Override
    public String readLine(String prompt, boolean hidden) throws InterruptedException {
        return cell.readLine(prompt, hidden);
    }
}
