using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace DynamoGen.Package.Tests;

/// <summary>What is in the package of the rules alone: nothing but what any compiler since that of the .NET 8 SDK loads.</summary>
public sealed class RulesPackageTests(PackedRules packed) : IClassFixture<PackedRules>
{
    private const string Assemblies = "analyzers/dotnet/cs/";

    [Fact]
    public async Task It_holds_the_rules_their_fixes_and_presets_and_no_assembly_to_reference()
    {
        await using var archive = await OpenAsync();
        Assert.Equal(
            [
                "LICENSE",
                "analyzers/dotnet/cs/DynamoGen.Analyzers.dll",
                "analyzers/dotnet/cs/DynamoGen.CodeFixes.dll",
                "analyzers/dotnet/cs/DynamoGen.Declarations.dll",
                "build/DynamoGen.Analyzers.props",
                "build/config/dynamogen.none.globalconfig",
                "build/config/dynamogen.recommended.globalconfig",
                "build/config/dynamogen.strict.globalconfig",
                "icon.png",
            ],
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
                .Where(name => name is not ("[Content_Types].xml" or "DynamoGen.Analyzers.nuspec"))
                .Where(name => !name.EndsWith(".md", StringComparison.Ordinal) && !name.StartsWith("docs/images/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_depends_on_no_package_and_is_no_dependency_of_what_uses_it()
    {
        await using var archive = await OpenAsync();
        await using var stream = await archive.GetEntry("DynamoGen.Analyzers.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
        var metadata = await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("true", metadata.Descendants().Single(element => element.Name.LocalName == "developmentDependency").Value);
        Assert.Equal("MIT", metadata.Descendants().Single(element => element.Name.LocalName == "license").Value);
        Assert.Equal("README.md", metadata.Descendants().Single(element => element.Name.LocalName == "readme").Value);
    }

    [Fact]
    public async Task Its_assemblies_ask_for_no_later_compiler_than_that_of_the_NET_8_SDK()
    {
        await using var archive = await OpenAsync();
        Assert.Equal(AskedOfHost, References(archive, "DynamoGen.Analyzers.dll", "DynamoGen.CodeFixes.dll", "DynamoGen.Declarations.dll"));
    }

    [Fact]
    public async Task Nor_does_the_generator()
    {
        await using var archive = await ZipFile.OpenReadAsync(packed.Package.File);
        Assert.All(References(archive, "DynamoGen.Generator.dll"), reference => Assert.Contains(reference, AskedOfHost));
    }

    /// <summary>What the compiler has to have, at the versions of Roslyn 4.8; the editor and <c>dotnet format</c> have what composes the fixes.</summary>
    private static readonly string[] AskedOfHost =
    [
        "Microsoft.CodeAnalysis 4.8.0.0",
        "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
        "Microsoft.CodeAnalysis.Workspaces 4.8.0.0",
        "System.Collections.Immutable 7.0.0.0",
        "System.Composition.AttributedModel 8.0.0.0",
        "System.Memory 4.0.1.2",
        "netstandard 2.0.0.0",
    ];

    private Task<ZipArchive> OpenAsync() => ZipFile.OpenReadAsync(packed.Package.FileOf(PackedRules.Id), TestContext.Current.CancellationToken);

    /// <summary>What assemblies of a package reference besides each other.</summary>
    private static IEnumerable<string> References(ZipArchive archive, params IEnumerable<string> assemblies) =>
        assemblies.SelectMany(assembly => References(archive.GetEntry(Assemblies + assembly)!))
            .Where(reference => !reference.StartsWith("DynamoGen.", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal);

    private static List<string> References(ZipArchiveEntry assembly)
    {
        using var image = new MemoryStream();
        using (var content = assembly.Open())
        {
            content.CopyTo(image);
        }

        image.Position = 0;
        using var file = new PEReader(image);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle))
            .Select(reference => $"{metadata.GetString(reference.Name)} {reference.Version}")];
    }
}
