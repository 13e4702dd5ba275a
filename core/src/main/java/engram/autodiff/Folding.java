// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.array.Windows;
import engram.autodiff.internal.FoldingLoops;
import engram.autodiff.internal.Misfit;
import engram.autodiff.internal.PeakLoops;
import engram.autodiff.internal.Step;
import java.util.Arrays;
import java.util.List;

/// Images and the patches that windows see of them. Images are batch x height x width x channels;
/// patches are batch x rows x columns x (height width channels of a window). Each of the two is the
/// other's gradient, since each is linear and the other's transpose.
sealed interface Folding extends Whole {
  /// Copies what each window sees; zeros beyond the rim.
  record Unfold(Windows windows) implements Folding {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape image = Operation.only(operands);
      if (image.rank() != 4 || windows.rows(image) < 1 || windows.columns(image) < 1) {
        throw new IllegalArgumentException(
            "images must be [batch,height,width,channels] with room for a window of %d x %d, was %s"
                .formatted(windows.height(), windows.width(), image));
      }
      return Shape.of(
          image.extent(0),
          windows.rows(image),
          windows.columns(image),
          windows.height() * windows.width() * image.extent(3));
    }

    @Override
    public Step step(Binding at) {
      FoldingLoops loops = new FoldingLoops(windows, at.shape(0));
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> loops.unfold(x, y);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> loops.unfold(x, y);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node image = self.in(0);
      shares.add(0, image.graph().node(new Fold(windows, image.shape()), List.of(upstream)));
    }
  }

  /// Adds each patch to where its window lies.
  record Fold(Windows windows, Shape image) implements Folding {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape wanted = new Unfold(windows).shape(List.of(image));
      if (!Operation.only(operands).equals(wanted)) {
        throw Misfit.of("folded as", Operation.only(operands), wanted);
      }
      return image;
    }

    @Override
    public Step step(Binding at) {
      FoldingLoops loops = new FoldingLoops(windows, image);
      int n = image.size();
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> {
          Arrays.fill(y, 0, n, 0);
          loops.fold(x, y);
        };
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> {
        Arrays.fill(y, 0, n, 0);
        loops.fold(x, y);
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.patches(windows));
    }
  }

  /// The largest pixel of each window and channel.
  record Peak(Windows windows) implements Folding {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape image = Operation.only(operands);
      Shape seen = new Unfold(windows).shape(operands);
      return seen.with(3, image.extent(3));
    }

    @Override
    public Step step(Binding at) {
      PeakLoops loops = new PeakLoops(windows, at.shape(0));
      return at.isFloat()
          ? loops.largest(at.floats(0), at.floats())
          : loops.largest(at.doubles(0), at.doubles());
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node image = self.in(0);
      shares.add(0, image.graph().node(new PeakBack(windows), List.of(image, self, upstream)));
    }
  }

  /// Adds the third operand to an image of zeros where the second, the largest of each window, lies
  /// in the first.
  record PeakBack(Windows windows) implements Folding {
    @Override
    public Shape shape(List<Shape> operands) {
      return operands.get(0);
    }

    @Override
    public Step step(Binding at) {
      PeakLoops loops = new PeakLoops(windows, at.shape(0));
      return at.isFloat()
          ? loops.handBack(at.floats(0), at.floats(1), at.floats(2), at.floats())
          : loops.handBack(at.doubles(0), at.doubles(1), at.doubles(2), at.doubles());
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      List<Node> where = List.of(self.in(0), self.in(1), upstream);
      shares.add(2, self.graph().node(new PeakPick(windows), where));
    }
  }

  /// What the third operand, an image, has where the second, the largest of each window, lies in
  /// the first.
  record PeakPick(Windows windows) implements Folding {
    @Override
    public Shape shape(List<Shape> operands) {
      return operands.get(1);
    }

    @Override
    public Step step(Binding at) {
      PeakLoops loops = new PeakLoops(windows, at.shape(0));
      return at.isFloat()
          ? loops.pick(at.floats(0), at.floats(1), at.floats(2), at.floats())
          : loops.pick(at.doubles(0), at.doubles(1), at.doubles(2), at.doubles());
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      List<Node> where = List.of(self.in(0), self.in(1), upstream);
      shares.add(2, self.graph().node(new PeakBack(windows), where));
    }
  }
}
