#!/usr/bin/env bash
# Builds what is published into a folder, installs it into a repository of its own, and runs the first program of the README
# from an empty project against a broker.
#
# usage: clients/java/package/try.sh <dist folder> <broker>, in the root of the repository
set -euo pipefail

dist=$1 broker=$2
java=clients/java
version=$(cat VERSION)
name=parley-client-$version
plugins=org.apache.maven.plugins
mvn=(mvn --batch-mode --no-transfer-progress --quiet)

"${mvn[@]}" --file $java/pom.xml -Dmaven.test.skip package
rm -rf "$dist"
mkdir -p "$dist"
cp $java/pom.xml "$dist/$name.pom"
cp $java/target/"$name"{,-sources,-javadoc}.jar "$dist"

if jar --list --file "$dist/$name.jar" | grep -E '^(build/buf|buf|google|com|parley)/'; then
	echo "the jar has what users must not install" >&2
	exit 1
fi

work=$(mktemp -d)
serving=
trap 'if [ -n "$serving" ]; then kill "$serving"; fi; rm -rf "$work"' EXIT

# What was downloaded before is read from the usual place and written to none, so that nothing of this is left behind.
# Maven colours even this answer.
cache=$("${mvn[@]}" $plugins:maven-help-plugin:3.5.2:evaluate -Dexpression=settings.localRepository -DforceStdout |
	sed 's/\x1b\[[0-9;]*m//g')
cat >"$work/settings.xml" <<EOF
<settings>
  <localRepository>$work/m2</localRepository>
  <profiles>
    <profile>
      <id>try</id>
      <repositories>
        <repository><id>published</id><url>file://$work/published</url></repository>
        <repository><id>cache</id><url>file://$cache</url></repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository><id>cache</id><url>file://$cache</url></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>try</activeProfile></activeProfiles>
</settings>
EOF
"${mvn[@]}" $plugins:maven-deploy-plugin:3.1.4:deploy-file -Durl="file://$work/published" -DrepositoryId=published \
	-Dfile="$dist/$name.jar" -DpomFile="$dist/$name.pom" -Dsources="$dist/$name-sources.jar" -Djavadoc="$dist/$name-javadoc.jar"

project=$work/project
mkdir -p "$project/src/main/java"
sed -n '/^```java$/,/^```$/p' $java/README.md | sed -n '2,/^```$/p' | sed '/^```/d' >"$project/src/main/java/Hello.java"
cat >"$project/pom.xml" <<EOF
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>hello</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>io.github.parley-interop</groupId>
      <artifactId>parley-client</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
</project>
EOF

"$broker" serve --listen 127.0.0.1:0 --data-dir "$work/data" >"$work/broker.out" 2>"$work/broker.err" &
serving=$!
until address=$(sed -n 's/^Parley serves gRPC on \([^ ,]*\).*/\1/p' "$work/broker.out") && [ -n "$address" ]; do
	kill -0 "$serving" || { cat "$work/broker.err" >&2; exit 1; }
	sleep 0.1
done
sed -i "s/localhost:7755/$address/" "$project/src/main/java/Hello.java"

"${mvn[@]}" --file "$project/pom.xml" --settings "$work/settings.xml" \
	$plugins:maven-compiler-plugin:3.16.0:compile \
	$plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile="$project/classpath"
key=$(grep -o 'parley_rk_[A-Za-z0-9_-]*' "$work/data/credentials.json" | head -n 1)
said=$(PARLEY_KEY=$key java -cp "$project/target/classes:$(cat "$project/classpath")" Hello)
if [ "$said" != "Anna: The roof leaks." ]; then
	echo "the program from the empty project says: $said" >&2
	exit 1
fi
echo "$name.jar works from an empty project"
