FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
# the dependencies are a separate layer, which is rebuilt only if pom.xml changes
COPY pom.xml ./
RUN mvn -B -q dependency:go-offline
COPY . .
# ./mvnw verify checks the sources
RUN mvn -B -q package -DskipTests -Dspring-javaformat.validate.skip -Dcheckstyle.skip \
 && java -Djarmode=tools -jar target/couplet.jar extract --layers --destination layers
# otherwise Netty and zstd-jni extract their native libraries to /tmp, which is often mounted noexec in containers
RUN mkdir layers/native && cd layers/native \
 && for jar in ../dependencies/lib/netty-transport-native-*-linux-*.jar; do jar xf "$jar" META-INF/native; done \
 && zstd="linux/$(uname -m | sed s/x86_64/amd64/)" \
 && jar xf ../dependencies/lib/zstd-jni-*.jar "$zstd" && mv "$zstd"/libzstd-jni-*.so META-INF/native/

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home --uid 10001 couplet
WORKDIR /opt/couplet
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/native/META-INF/native/ native/
COPY --from=build /build/layers/application/ ./
COPY --from=build /build/target/classes/META-INF/sbom/application.cdx.json couplet.cdx.json
COPY src/main/docker/ bin/
# /dev/shm is writable even if the file system is read-only
ENV COUPLET_ADDRESS=0.0.0.0 COUPLET_READINESS_FILE=/dev/shm/couplet-ready
# starts the server, sends requests, and writes an AOT cache
RUN bin/train couplet.aot
USER couplet
EXPOSE 8080 9090 11000 11001 10001 10002 10003 10004
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["bin/healthcheck"]
# docs/operations.md explains these options
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:NewRatio=1 -XX:InitialRAMPercentage=20 -XX:MinRAMPercentage=31 -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-XX:AOTCache=couplet.aot", "-Djava.library.path=native", "-jar", "couplet.jar"]
