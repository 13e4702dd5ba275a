// SPDX-License-Identifier: Apache-2.0
package engram.random;

/// Random numbers for a whole array at one step of something that runs: number i of step t under a
/// key, in any order, by any worker, at the speed of a plain loop.
///
/// Key and step give three 32-bit words w by two rounds of the finaliser of SplitMix [1]. Number i
/// is then two rounds of a 32-bit mixing function m over the counter i, keyed before each:
///
///     m(m(i ^ w0) + w1) ^ w2
///
/// with m(x): `x ^= x >>> 16; x *= 0x7feb352d; x ^= x >>> 15; x *= 0x846ca68b; x ^= x >>> 16`, found by
/// search for the least bias that two multiplications can have [2]. Within one step that is a
/// permutation of the counters, so its 32-bit numbers do not repeat; from step to step the words
/// decide. Multiplications, shifts and exclusive ors alone: the same bits on every machine, as
/// vectors or not. For what is drawn often and in bulk; [RandomStream] for all else.
///
/// References: [1] G. L. Steele, D. Lea, C. H. Flood: Fast splittable pseudorandom number generators.
/// OOPSLA (2014), doi:10.1145/2660193.2660195. [2] C. Wellons: Prospecting for hash functions (2018).
public final class KeyedDraws {
  private static final int A = 0x7feb352d;
  private static final int B = 0x846ca68b;

  private KeyedDraws() {}

  /// Numbers `first` to `first + n - 1` of a step, 24 bits each, into `into[at]` and on.
  public static void bits24(long key, long step, int first, int[] into, int at, int n) {
    fill(key, step, first, into, at, n, 8);
  }

  /// The same with 31 bits.
  public static void bits31(long key, long step, int first, int[] into, int at, int n) {
    fill(key, step, first, into, at, n, 1);
  }

  private static void fill(long key, long step, int first, int[] into, int at, int n, int shift) {
    long w = word(key, step, 0);
    int w0 = (int) w;
    int w1 = (int) (w >>> 32);
    int w2 = (int) word(key, step, 1);
    /* Short loops: the body of one long loop is more than the compiler unrolls, and it stays scalar. */
    int offset = first - at;
    for (int i = at; i < at + n; i++) {
      into[i] = (i + offset) ^ w0;
    }
    mix(into, at, n);
    for (int i = at; i < at + n; i++) {
      into[i] += w1;
    }
    mix(into, at, n);
    for (int i = at; i < at + n; i++) {
      into[i] = (into[i] ^ w2) >>> shift;
    }
  }

  private static void mix(int[] into, int at, int n) {
    for (int i = at; i < at + n; i++) {
      int x = into[i];
      x = (x ^ (x >>> 16)) * A;
      x = (x ^ (x >>> 15)) * B;
      into[i] = x ^ (x >>> 16);
    }
  }

  /// A word of a step: two rounds of the 64-bit finaliser of SplitMix over key and counter.
  private static long word(long key, long step, int index) {
    return mixed(mixed(key + 0x9E3779B97F4A7C15L * (2 * step + index + 1)) ^ key);
  }

  private static long mixed(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
