// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Values;
import engram.autodiff.internal.FusedLoop;
import engram.autodiff.internal.Spread;
import engram.autodiff.internal.Stage;
import engram.autodiff.internal.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes the loop of elementwise nodes that run together. Every operand and result of a block has a
/// room, which is loaded from an array or stored to one where it must be; a room is used again when
/// nobody reads it any more. A single loop, and one over no more than a block, works in the arrays
/// themselves.
final class Group {
  private final Precision precision;
  private final int size;
  private final int width;
  private final int block;
  private final boolean direct;
  private final List<Values> rooms;
  private final Function<Node, Values> arrays;
  private final List<Stage> before = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final Map<Integer, Values> places = new HashMap<>();
  private final Map<Read, Values> spreads = new HashMap<>();
  private final List<Values> untouched;
  private final List<Values> free = new ArrayList<>();
  private final Set<Values> own = new HashSet<>();

  /// @param members in order
  /// @param width elements of a row; 0 if any will do
  /// @param rooms that all loops of a program share; more are added if they do not suffice
  /// @param arrays the arrays of nodes outside the group
  Group(List<Node> members, int width, List<Values> rooms, Function<Node, Values> arrays) {
    Node last = members.getLast();
    precision = last.graph().precision();
    size = last.shape().size();
    this.width = width;
    this.rooms = rooms;
    this.arrays = arrays;
    boolean alone =
        members.size() == 1 && Read.of(last).stream().allMatch(read -> read.spread().isDense());
    block = alone ? size : FusedLoop.block(size, width);
    direct = block == size;
    untouched = new ArrayList<>(rooms);
  }

  /// Adds a member.
  ///
  /// @param reads what it reads, aliases resolved
  /// @param array its array, or none if only members read it
  /// @param done ids of nodes that no member reads after it
  void add(Node member, List<Read> reads, Optional<Values> array, List<Integer> done) {
    List<Values> operands = new ArrayList<>();
    for (Read read : reads) {
      operands.add(place(read));
    }
    for (int id : done) {
      Values place = places.get(id);
      if (place != null && own.remove(place)) {
        free.add(place);
      }
    }
    Values target = direct && array.isPresent() ? array.get() : owned();
    places.put(member.id(), target);
    Elementwise operation = (Elementwise) member.operation();
    stages.add(operation.stage(operands, target));
    if (!direct) {
      array.ifPresent(whole -> stages.add(Stage.store(target, whole)));
    }
  }

  /// The loop of all members.
  Step step() {
    return new FusedLoop(size, width, block, before, stages);
  }

  private Values place(Read read) {
    if (!read.spread().isDense()) {
      return spreads.computeIfAbsent(read, this::spread);
    }
    return places.computeIfAbsent(
        read.node().id(),
        _ -> {
          Values whole = arrays.apply(read.node());
          if (direct) {
            return whole;
          }
          Values room = owned();
          stages.add(Stage.load(whole, room));
          return room;
        });
  }

  private Values spread(Read read) {
    Values x = arrays.apply(read.node());
    Spread.Kind kind = read.spread().kind();
    if (kind == Spread.Kind.ROW && block == width) {
      return x;
    }
    boolean once = kind == Spread.Kind.ONE || (kind == Spread.Kind.ROW && width <= block);
    Values room = once ? untouchedRoom() : room();
    List<Stage> to = once ? before : stages;
    to.add(
        switch (kind) {
          case ROW -> Stage.row(x, room, width);
          case COLUMN -> Stage.column(x, room, width);
          case ONE -> Stage.column(x, room, size);
          case DENSE -> throw new IllegalStateException("kind must be a repeated one, was DENSE");
        });
    return room;
  }

  /// A room that is given back when nobody reads it any more.
  private Values owned() {
    Values room = room();
    own.add(room);
    return room;
  }

  private Values room() {
    return free.isEmpty() ? untouchedRoom() : free.removeLast();
  }

  /// A room that no member has written: what is written ahead of the first block stays in it.
  private Values untouchedRoom() {
    if (!untouched.isEmpty()) {
      return untouched.removeLast();
    }
    Values made = Values.zeros(precision, Shape.of(FusedLoop.BLOCK));
    rooms.add(made);
    return made;
  }
}
