// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Copy;
import engram.autodiff.internal.Misfit;
import engram.autodiff.internal.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The same numbers at other places: each is linear, and the gradient of each is another of them or
/// a sum.
///
/// | operation | y | gradient |
/// | --- | --- | --- |
/// | Reshape | the same array under another shape | reshaped back |
/// | Broadcast | repeated along new axes and axes of extent 1 | summed over them |
/// | Permute | axes in another order | the inverse order |
/// | Slice | a range of one axis | padded with zeros |
/// | Pad | zeros around, along one axis | sliced |
/// | Concat | one behind the other along an axis | sliced |
sealed interface Rearrangement extends Whole {
  /// The same array under another shape: costs nothing.
  record Reshape(Shape to) implements Rearrangement {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape from = Operation.only(operands);
      if (from.size() != to.size()) {
        throw Misfit.of("reshaped to", from, to);
      }
      return to;
    }

    @Override
    public Step step(Binding at) {
      return () -> {};
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.reshaped(self.in(0).shape().extents()));
    }
  }

  /// Repeated to a larger shape, axes counted from the last.
  record Broadcast(Shape to) implements Rearrangement {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape from = Operation.only(operands);
      int lead = to.rank() - from.rank();
      boolean fits = lead >= 0;
      for (int axis = 0; fits && axis < from.rank(); axis++) {
        fits = from.extent(axis) == 1 || from.extent(axis) == to.extent(axis + lead);
      }
      if (!fits) {
        throw Misfit.of("broadcast to", from, to);
      }
      return to;
    }

    @Override
    public Step step(Binding at) {
      Copy copy = Copy.repeating(at.shape(0), to);
      return copy.step(at.in().getFirst(), at.out());
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.summedTo(self.in(0).shape()));
    }
  }

  /// Axes in another order: axis i of the result is axis `order[i]` of the operand.
  record Permute(List<Integer> order) implements Rearrangement {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape from = Operation.only(operands);
      if (!order.stream().sorted().toList().equals(axes(from.rank()))) {
        throw new IllegalArgumentException(
            "order must name each axis of %s once, was %s".formatted(from, order));
      }
      return Shape.of(order.stream().mapToInt(from::extent).toArray());
    }

    private static List<Integer> axes(int rank) {
      return IntStream.range(0, rank).boxed().toList();
    }

    @Override
    public Step step(Binding at) {
      int[] strides = at.shape(0).strides();
      int[] from = order.stream().mapToInt(axis -> strides[axis]).toArray();
      return new Copy(at.shape().extents(), from, 0, at.shape().strides(), 0)
          .step(at.in().getFirst(), at.out());
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      int[] inverse = new int[order.size()];
      for (int i = 0; i < inverse.length; i++) {
        inverse[order.get(i)] = i;
      }
      shares.add(0, upstream.permuted(inverse));
    }
  }

  /// Elements from, ..., to - 1 along an axis.
  record Slice(int axis, int from, int to) implements Rearrangement {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape shape = Operation.only(operands);
      if (from < 0 || to <= from || to > shape.extent(axis)) {
        throw new IllegalArgumentException(
            "slice of axis %d of %s must be a range inside it, was %d to %d"
                .formatted(axis, shape, from, to));
      }
      return shape.with(axis, to - from);
    }

    @Override
    public Step step(Binding at) {
      int[] strides = at.shape(0).strides();
      return new Copy(at.shape().extents(), strides, from * strides[axis], at.shape().strides(), 0)
          .step(at.in().getFirst(), at.out());
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.padded(axis, from, self.in(0).shape().extent(axis) - to));
    }
  }

  /// Zeros before and after, along an axis.
  record Pad(int axis, int before, int after) implements Rearrangement {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape shape = Operation.only(operands);
      if (before < 0 || after < 0) {
        throw new IllegalArgumentException(
            "zeros before and after must be 0 or more, was %d and %d".formatted(before, after));
      }
      return shape.with(axis, before + shape.extent(axis) + after);
    }

    @Override
    public Step step(Binding at) {
      int[] strides = at.shape().strides();
      Step copy =
          new Copy(at.shape(0).extents(), at.shape(0).strides(), 0, strides, before * strides[axis])
              .step(at.in().getFirst(), at.out());
      int n = at.shape().size();
      return () -> {
        if (at.isFloat()) {
          Arrays.fill(at.floats(), 0, n, 0);
        } else {
          Arrays.fill(at.doubles(), 0, n, 0);
        }
        copy.run();
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.slice(axis, before, before + self.in(0).shape().extent(axis)));
    }
  }

  /// One behind the other along an axis.
  record Concat(int axis) implements Rearrangement {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape first = operands.getFirst();
      int extent = 0;
      for (Shape each : operands) {
        if (each.rank() != first.rank() || !each.with(axis, 1).equals(first.with(axis, 1))) {
          throw Misfit.of(word(), operands);
        }
        extent += each.extent(axis);
      }
      return first.with(axis, extent);
    }

    @Override
    public Step step(Binding at) {
      Step[] copies = new Step[at.in().size()];
      int[] strides = at.shape().strides();
      int before = 0;
      for (int i = 0; i < copies.length; i++) {
        Shape each = at.shape(i);
        copies[i] =
            new Copy(each.extents(), each.strides(), 0, strides, before * strides[axis])
                .step(at.in().get(i), at.out());
        before += each.extent(axis);
      }
      return () -> {
        for (Step copy : copies) {
          copy.run();
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      int before = 0;
      for (int i = 0; i < self.operands().size(); i++) {
        int extent = self.in(i).shape().extent(axis);
        shares.add(i, upstream.slice(axis, before, before + extent));
        before += extent;
      }
    }
  }
}
