using System.Xml.Linq;

namespace DynamoGen.Package.Tests;

/// <summary>All packages of the product, as they are published together. They are packed once for all tests that ask for them.</summary>
[CollectionDefinition(nameof(PackedProduct))]
public sealed class PackedProduct : IAsyncLifetime, ICollectionFixture<PackedProduct>
{
    /// <summary>The projects that are packed, each of which gives its package its name.</summary>
    public static TheoryData<string> Names { get; } = [.. Projects().Order(StringComparer.Ordinal)];

    public PackedPackage Package { get; } = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var name in Projects())
        {
            await Package.PackAsync(name);
        }
    }

    public ValueTask DisposeAsync() => Package.DisposeAsync();

    /// <summary>Opens a package.</summary>
    public PackageArchive Open(string name) => new(Path.Combine(Package.Feed, $"{name}.{PackedPackage.Version}.nupkg"));

    private static IEnumerable<string> Projects() => new[] { "src", "templates" }
        .SelectMany(folder => Directory.EnumerateDirectories(Repository.Folder(folder)))
        .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".csproj"))
        .Where(project => XDocument.Load(project).Descendants("IsPackable").All(packable => packable.Value != "false"))
        .Select(project => Path.GetFileNameWithoutExtension(project));
}
