using DynamoGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Architecture.Tests;

/// <summary>A banned name that stands for nothing bans nothing, and the build does not say so.</summary>
public sealed class BannedSymbolTests
{
    /// <summary>What the tests run on, which has all that the product is compiled against.</summary>
    private static readonly Compilation Known = CSharpCompilation.Create(
        "Known",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)));

    [Theory]
    [InlineData("BannedSymbols.txt")]
    [InlineData("src/DynamoGen.Analyzers/BannedSymbols.Analyzers.txt")]
    public void Every_banned_name_stands_for_something_and_has_its_reason(string file)
    {
        var lines = File.ReadLines(Repository.Folder(file.Split('/'))).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            Assert.Matches(@"^[^;]+;\S.*\.$", line);
            Assert.NotNull(DocumentationCommentId.GetFirstSymbolForDeclarationId(line.Split(';')[0], Known));
        });
        Assert.Equal(lines.Distinct(), lines);
    }

    [Fact]
    public void Every_project_of_the_product_has_the_ban()
    {
        var projects = Directory.GetFiles(Repository.Folder("src"), "packages.lock.json", SearchOption.AllDirectories);
        Assert.Equal(Directory.GetFiles(Repository.Folder("src"), "*.csproj", SearchOption.AllDirectories).Length, projects.Length);
        Assert.All(projects, path => Assert.Contains("\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"", File.ReadAllText(path), StringComparison.Ordinal));
    }
}
