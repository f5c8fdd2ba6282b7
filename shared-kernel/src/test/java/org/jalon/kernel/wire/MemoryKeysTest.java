package org.jalon.kernel.wire;

final class MemoryKeysTest extends KeyStoreContract {

  private final MemoryKeys keys = new MemoryKeys();

  @Override
  KeyStore keys() {
    return keys;
  }
}
