package cn.trustregistry.recognition;

/** Where the private key lives: a USB key (介质锁) or a phone (移动，无介质). */
public enum Medium {
  USB_KEY,
  MOBILE
}
