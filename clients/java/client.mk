CLIENTS += java
GENERATED += clients/java/src/generated/java

JAVA_TOOLS := $(CURDIR)/.tools/java
JAVA_PROTOC := $(JAVA_TOOLS)/protoc
JAVA_GRPC := $(JAVA_TOOLS)/protoc-gen-grpc-java
JAVA_MAVEN := mvn --batch-mode --no-transfer-progress --quiet --file clients/java/pom.xml
JAVA_DEPENDENCY := org.apache.maven.plugins:maven-dependency-plugin:3.11.0
# Maven Central's name of this machine's kind.
JAVA_PLATFORM = $(patsubst Linux,linux,$(patsubst Darwin,osx,$(shell uname -s)))-$(patsubst aarch64,aarch_64,$(patsubst arm64,aarch_64,$(shell uname -m)))
# A property of the pom, so that versions stand in one place.
java_property = $(shell sed -n 's|.*<$(1)>\(.*\)</$(1)>.*|\1|p' clients/java/pom.xml)

.PHONY: java-tools
java-tools:
	$(call need,mvn,default-jdk-headless maven)
	$(call need,javac,default-jdk-headless)

# Maven brings both generators as artifacts of the type exe.
$(JAVA_TOOLS)/generators: clients/java/pom.xml | java-tools
	@mkdir -p $(@D)
	protoc=$(call java_property,protobuf.version) grpc=$(call java_property,grpc.generator.version)
	if [ "$$(cat $@ 2>/dev/null)" = "$$protoc $$grpc" ]; then
		touch $@
		exit
	fi
	cd $(@D)
	for artifact in com.google.protobuf:protoc:$$protoc io.grpc:protoc-gen-grpc-java:$$grpc; do
		mvn --batch-mode --no-transfer-progress --quiet $(JAVA_DEPENDENCY):copy -Dartifact=$$artifact:exe:$(JAVA_PLATFORM) -DoutputDirectory=.
	done
	install -m 755 protoc-$$protoc-$(JAVA_PLATFORM).exe protoc
	install -m 755 protoc-gen-grpc-java-$$grpc-$(JAVA_PLATFORM).exe protoc-gen-grpc-java
	rm -f ./*.exe
	echo "$$protoc $$grpc" > $@

.PHONY: generate-java
generate-java: $(BUF) $(JAVA_TOOLS)/generators
	$(BUF) generate --template clients/java/buf.gen.yaml --output $(OUT)

# Maven has one target folder, so these follow one another.
.PHONY: check-java
check-java: java-tools
	$(JAVA_MAVEN) spotless:check test-compile
	$(JAVA_MAVEN) surefire:test -Dgroups=fast

.PHONY: format-java
format-java: java-tools
	$(JAVA_MAVEN) spotless:apply

.PHONY: test-java
test-java: java-tools build
	$(JAVA_MAVEN) spotless:check test -Dparley.broker=$(CURDIR)/bin/parley

.PHONY: driver-java
driver-java: java-tools
	$(JAVA_MAVEN) test-compile
	$(JAVA_MAVEN) $(JAVA_DEPENDENCY):copy-dependencies -DincludeScope=test

# The jars are built into dist/java, installed into a repository of their own, and used from an empty project.
.PHONY: package-java
package-java: java-tools build
	clients/java/package/try.sh dist/java bin/parley

.PHONY: bench-java
bench-java: java-tools build driver-java
	java -cp 'clients/java/target/classes:clients/java/target/test-classes:clients/java/target/dependency/*' \
		-Dparley.broker=bin/parley io.github.parleyinterop.Overhead
