package org.jalon.command.ledger.chain;

import java.util.ArrayDeque;
import java.util.Deque;

/** The root over leaf hashes after RFC 9162, section 2.1, built leaf by leaf. */
public final class MerkleTree {

  private static final byte NODE = 0x01;

  private record Subtree(byte[] hash, long leaves) {}

  private final Deque<Subtree> subtrees = new ArrayDeque<>();

  /** Takes the next leaf's hash. */
  public void add(byte[] leafHash) {
    Subtree grown = new Subtree(leafHash, 1);
    while (!subtrees.isEmpty() && subtrees.peek().leaves() == grown.leaves()) {
      grown = join(subtrees.pop(), grown);
    }
    subtrees.push(grown);
  }

  /** The root over the leaves so far; of none, the hash of nothing. */
  public byte[] root() {
    var upwards = subtrees.iterator();
    if (!upwards.hasNext()) {
      return Hash.of(new byte[0]);
    }
    Subtree root = upwards.next();
    while (upwards.hasNext()) {
      root = join(upwards.next(), root);
    }
    return root.hash();
  }

  private static Subtree join(Subtree left, Subtree right) {
    return new Subtree(node(left.hash(), right.hash()), left.leaves() + right.leaves());
  }

  /** The hash of a node over its two children. */
  static byte[] node(byte[] left, byte[] right) {
    return new Hash().raw(NODE).raw(left).raw(right).done();
  }
}
