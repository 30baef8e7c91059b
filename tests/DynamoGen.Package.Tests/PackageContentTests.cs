using System.IO.Compression;
using System.Xml.Linq;

namespace DynamoGen.Package.Tests;

/// <summary>What is in the package besides assemblies.</summary>
public sealed class PackageContentTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task The_license_is_named_and_is_in_the_package()
    {
        await using var archive = await ZipFile.OpenReadAsync(package.File);
        var metadata = await XDocument.LoadAsync(await Entry(archive, "DynamoGen.nuspec"), LoadOptions.None, TestContext.Current.CancellationToken);
        var license = metadata.Descendants().Single(element => element.Name.LocalName == "license");
        Assert.Equal("MIT", license.Value);
        Assert.Equal("expression", license.Attribute("type")?.Value);

        var text = await TextOf(archive, "LICENSE");
        Assert.StartsWith("MIT License\n\nCopyright (c) 2026 DynamoGen maintainers\n", text, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(Repository.Folder("LICENSE")), text);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    public async Task A_page_for_readers_is_in_the_package_as_it_is_here(string page)
    {
        await using var archive = await ZipFile.OpenReadAsync(package.File);
        Assert.Equal(await File.ReadAllTextAsync(Repository.Folder(page)), await TextOf(archive, page));
    }

    private static Task<Stream> Entry(ZipArchive archive, string name) =>
        archive.Entries.Single(entry => entry.FullName == name).OpenAsync(TestContext.Current.CancellationToken);

    private static async Task<string> TextOf(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(await Entry(archive, name));
        return await reader.ReadToEndAsync();
    }
}
