package org.jalon.command.ledger.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hashes beside the way from a leaf up to the root, after RFC 9162, section 2.1.3: with them
 * whoever has the leaf can recompute the root.
 */
public final class InclusionPath {

  private InclusionPath() {}

  /**
   * The path of one leaf, from the leaf's neighbour to the root's child.
   *
   * @param leaves leaf hashes in order, one behind the other
   * @param index from 0
   */
  public static List<byte[]> of(byte[] leaves, int index) {
    int size = leaves.length / Hash.LENGTH;
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("there is no leaf %d of %d".formatted(index, size));
    }
    List<byte[]> path = new ArrayList<>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int middle = from + split(to - from);
      boolean left = index < middle;
      path.addFirst(left ? root(leaves, middle, to) : root(leaves, from, middle));
      from = left ? from : middle;
      to = left ? middle : to;
    }
    return path;
  }

  /**
   * The root that a leaf and its path make (section 2.1.3.2).
   *
   * @throws Broken if no leaf of a tree of that size has such a path
   */
  static byte[] root(byte[] leaf, long index, long size, List<byte[]> path) throws Broken {
    long node = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] beside : path) {
      if (last == 0) {
        throw new Broken(index, "the path is longer than the tree of %d is high".formatted(size));
      }
      if ((node & 1) == 1 || node == last) {
        hash = MerkleTree.node(beside, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleTree.node(hash, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new Broken(index, "the path is shorter than the tree of %d is high".formatted(size));
    }
    return hash;
  }

  private static byte[] root(byte[] leaves, int from, int to) {
    MerkleTree tree = new MerkleTree();
    for (int i = from; i < to; i++) {
      tree.add(Arrays.copyOfRange(leaves, i * Hash.LENGTH, (i + 1) * Hash.LENGTH));
    }
    return tree.root();
  }

  /** The largest power of two smaller than the size. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
