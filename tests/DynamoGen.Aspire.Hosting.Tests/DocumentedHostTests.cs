using System.Text.RegularExpressions;

namespace DynamoGen.Aspire.Hosting.Tests;

/// <summary>What is shown of the package is code of these tests.</summary>
public sealed partial class DocumentedHostTests
{
    [Theory]
    [InlineData("docs/aspire.md")]
    [InlineData("src/DynamoGen.Aspire.Hosting/README.md")]
    public async Task The_code_of_a_page_is_built(string page)
    {
        var shown = Code().Matches(await File.ReadAllTextAsync(Repository.Folder(page))).Select(block => block.Groups["code"].Value).ToList();
        var built = await File.ReadAllLinesAsync(Repository.Folder("tests", "DynamoGen.Aspire.Hosting.Tests", "DocumentedHost.cs"));

        Assert.Contains(Assert.Single(shown), string.Concat(built.Select(line => line.Trim() + "\n")), StringComparison.Ordinal);
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
