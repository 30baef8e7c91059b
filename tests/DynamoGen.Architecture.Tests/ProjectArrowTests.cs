using System.Xml.Linq;
using DynamoGen.Tests;

namespace DynamoGen.Architecture.Tests;

/// <summary>Which project may use which: what parses declarations cannot see emission, and nothing of the compiler is seen at run time.</summary>
public sealed class ProjectArrowTests
{
    [Theory]
    [InlineData("DynamoGen", "")]
    [InlineData("DynamoGen.Declarations", "")]
    [InlineData("DynamoGen.Generator", "DynamoGen.Declarations")]
    [InlineData("DynamoGen.Analyzers", "DynamoGen.Declarations")]
    [InlineData("DynamoGen.CodeFixes", "DynamoGen.Analyzers")]
    [InlineData("DynamoGen.Analyzers.Package", "")]
    [InlineData("DynamoGen.Local", "")]
    [InlineData("DynamoGen.Streams.Elasticsearch", "DynamoGen")]
    [InlineData("DynamoGen.OpenTelemetry", "DynamoGen")]
    [InlineData("DynamoGen.Testing", "DynamoGen, DynamoGen.Local")]
    [InlineData("DynamoGen.Aspire.Hosting", "DynamoGen.Local")]
    [InlineData("DynamoGen.CommandLine", "DynamoGen")]
    [InlineData("DynamoGen.Cli", "")]
    public void A_project_uses_what_it_may(string project, string uses)
    {
        var file = XDocument.Load(Repository.Folder("src", project, project + ".csproj"));
        var found = file.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Assert.Equal(uses, string.Join(", ", found));
    }

    [Fact]
    public void Every_project_is_looked_at() => Assert.Equal(
        Directory.EnumerateDirectories(Repository.Folder("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
        Arrows.All.Select(table => table.Project).Order(StringComparer.Ordinal));
}
