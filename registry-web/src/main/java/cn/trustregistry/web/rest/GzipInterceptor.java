package cn.trustregistry.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses {@link Gzipped} answers (RFC 9110 8.4.1.3) for clients that accept it. */
@Provider
@Gzipped
public class GzipInterceptor implements ContainerRequestFilter, WriterInterceptor {
  private static final String ACCEPTED = GzipInterceptor.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(ACCEPTED, accepts(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING)));
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
    answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (!Boolean.TRUE.equals(answer.getProperty(ACCEPTED))) {
      answer.proceed();
      return;
    }
    answer.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    GZIPOutputStream compressed = new GZIPOutputStream(answer.getOutputStream());
    answer.setOutputStream(compressed);
    answer.proceed();
    compressed.finish();
  }

  private static boolean accepts(@Nullable List<String> encodings) {
    return encodings != null
        && encodings.stream()
            .flatMap(header -> List.of(header.split(",")).stream())
            .map(encoding -> encoding.replace(" ", "").toLowerCase(Locale.ROOT))
            .anyMatch(
                encoding ->
                    encoding.equals("gzip")
                        || (encoding.startsWith("gzip;q=")
                            && !encoding.matches("gzip;q=0(\\.0*)?")));
  }
}
