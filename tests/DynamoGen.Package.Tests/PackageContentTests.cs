using System.Buffers.Binary;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DynamoGen.Package.Tests;

/// <summary>What each package says of itself, and has besides assemblies.</summary>
[Collection(nameof(PackedProduct))]
public sealed partial class PackageContentTests(PackedProduct product)
{
    private const int IconSize = 128;

    /// <summary>What nuget.org takes.</summary>
    private const int LongestReleaseNotes = 35_000;

    private const int LongestDescription = 4_000;

    public static TheoryData<string> Names => PackedProduct.Names;

    [Fact]
    public void The_product_is_these_packages() => Assert.Equal(
        [
            "DynamoGen", "DynamoGen.Analyzers", "DynamoGen.Aspire.Hosting", "DynamoGen.Cli", "DynamoGen.CommandLine", "DynamoGen.Local", "DynamoGen.OpenTelemetry",
            "DynamoGen.Streams.Elasticsearch", "DynamoGen.Templates", "DynamoGen.Testing",
        ],
        Names.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_license_is_named_and_is_in_the_package(string name)
    {
        using var package = product.Open(name);
        var license = Element(package, "license")!;
        Assert.Equal(("MIT", "expression"), (license.Value, license.Attribute("type")?.Value));

        var text = package.Text("LICENSE");
        Assert.StartsWith("MIT License\n\nCopyright (c) 2026 DynamoGen maintainers\n", text, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Repository.Folder("LICENSE")), text);
        Assert.Equal("Copyright (c) 2026 DynamoGen maintainers", Element(package, "copyright")?.Value);
        Assert.Equal("DynamoGen maintainers", Element(package, "authors")?.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_the_version_of_all_others(string name)
    {
        using var package = product.Open(name);
        Assert.Equal((name, PackedPackage.Version), (Element(package, "id")?.Value, Element(package, "version")?.Value));
        Assert.All(
            package.Metadata.Descendants()
                .Where(element => element.Name.LocalName == "dependency" && Names.Any(row => row.Data == (string?)element.Attribute("id"))),
            dependency => Assert.Equal(PackedPackage.Version, (string?)dependency.Attribute("version")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_no_tool_of_the_build(string name)
    {
        using var package = product.Open(name);
        Assert.DoesNotContain(package.Files, file => Path.GetFileName(file).StartsWith("PackageDocumentation", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_what_it_is(string name)
    {
        using var package = product.Open(name);
        var description = Element(package, "description")!.Value;
        Assert.Equal(XDocument.Load(PackedProduct.ProjectOf(name)).Descendants("Description").Single().Value, description);
        Assert.InRange(description.Length, "A sentence of some words.".Length, LongestDescription);
        Assert.Contains("dynamodb", Element(package, "tags")!.Value.Split(' '));
        Assert.Equal("icon.png", Element(package, "icon")?.Value);
        Assert.Equal("README.md", Element(package, "readme")?.Value);

        // The size of a PNG stands behind its signature and the length and name of its first chunk.
        var icon = package.Bytes("icon.png");
        Assert.Equal(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }, icon[..4]);
        Assert.Equal(IconSize, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)));
        Assert.Equal(IconSize, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)));
    }

    [Fact]
    public void No_two_packages_say_the_same_of_themselves()
    {
        var descriptions = Names.Select(row =>
        {
            using var package = product.Open(row.Data);
            return Element(package, "description")!.Value;
        }).ToList();
        Assert.Equal(descriptions.Distinct(), descriptions);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_release_notes_begin_every_entry_of_the_newest_version(string name)
    {
        using var package = product.Open(name);
        var notes = Element(package, "releaseNotes")!.Value;
        var first = FirstEntry().Match(File.ReadAllText(Repository.Folder("CHANGELOG.md"))).Groups["name"].Value;
        Assert.StartsWith($"Added:\n- {first}", notes.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("](", notes, StringComparison.Ordinal);
        Assert.InRange(notes.Length, 1, LongestReleaseNotes);

        var newest = File.ReadAllText(Repository.Folder("CHANGELOG.md")).Split("\n## ")[1];
        Assert.Equal(Entry().Count(newest), Entry().Count(notes.ReplaceLineEndings("\n")));
    }

    /// <summary>A home that is named and does not exist is a dead link on the package's page.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_no_home_since_there_is_none(string name)
    {
        using var package = product.Open(name);
        Assert.Null(Element(package, "projectUrl"));
        Assert.Null(Element(package, "repository")?.Attribute("url"));
        Assert.DoesNotContain("://", package.Text("README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_README_has_the_line_that_installs_it(string name)
    {
        using var package = product.Open(name);
        var verb = name switch { "DynamoGen.Cli" => "tool install", "DynamoGen.Templates" => "new install", _ => "add package" };
        Assert.Contains($"\ndotnet {verb} {name}\n", package.Text("README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_link_of_its_pages_leads_to_a_file_in_it(string name)
    {
        using var package = product.Open(name);
        var files = package.Files.ToHashSet(StringComparer.Ordinal);
        foreach (var page in files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)))
        {
            foreach (Match link in Link().Matches(Code().Replace(package.Text(page), "")))
            {
                var path = link.Groups["path"].Value;
                Assert.True(path.Contains("://", StringComparison.Ordinal) || files.Contains(Resolve(page, path)), $"{page}: {path}");
            }
        }
    }

    [Theory]
    [InlineData("DynamoGen")]
    [InlineData("DynamoGen.Analyzers")]
    public void A_package_of_the_rules_has_the_whole_documentation(string name)
    {
        using var package = product.Open(name);
        var docs = Directory.EnumerateFiles(Repository.Folder("docs"), "*", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Repository.Folder(), page).Replace(Path.DirectorySeparatorChar, '/'));
        Assert.Empty(docs.Append("CHANGELOG.md").Except(package.Files));
    }

    private static XElement? Element(PackageArchive package, string name) =>
        package.Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    private static string Resolve(string page, string path) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(page)!, path))).Replace(Path.DirectorySeparatorChar, '/');

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+)(?:\#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^- ", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^- \[(?<name>[^\]]+)\]", RegexOptions.Multiline)]
    private static partial Regex FirstEntry();
}
