using System.Xml.Linq;

namespace DynamoGen.Package.Tests;

/// <summary>All packages of the product, as they are published together. They are packed once for all tests that ask for them.</summary>
[CollectionDefinition(nameof(PackedProduct))]
public sealed class PackedProduct : IAsyncLifetime, ICollectionFixture<PackedProduct>
{
    /// <summary>The packages' names.</summary>
    public static TheoryData<string> Names { get; } = [.. Projects().Keys.Order(StringComparer.Ordinal)];

    public PackedPackage Package { get; } = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Projects().Values)
        {
            await Package.PackAsync(Path.GetFileNameWithoutExtension(project));
        }
    }

    public ValueTask DisposeAsync() => Package.DisposeAsync();

    /// <summary>Opens a package.</summary>
    public PackageArchive Open(string name) => new(Path.Combine(Package.Feed, $"{name}.{PackedPackage.Version}.nupkg"));

    /// <summary>The file of the project that a package is made of.</summary>
    public static string ProjectOf(string name) => Projects()[name];

    /// <summary>The projects that are packed, by the names of their packages.</summary>
    private static Dictionary<string, string> Projects() => new[] { "src", "templates" }
        .SelectMany(folder => Directory.EnumerateDirectories(Repository.Folder(folder)))
        .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".csproj"))
        .Where(project => XDocument.Load(project).Descendants("IsPackable").All(packable => packable.Value != "false"))
        .ToDictionary(project => XDocument.Load(project).Descendants("PackageId").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project));
}
