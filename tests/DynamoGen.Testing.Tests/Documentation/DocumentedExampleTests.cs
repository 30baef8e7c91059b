using System.Text.RegularExpressions;
using DynamoGen.Tests;

namespace DynamoGen.Testing.Tests.Documentation;

/// <summary>What docs/testing.md shows is code of these tests, and its table has each fault.</summary>
public sealed partial class DocumentedExampleTests
{
    /// <summary>The frameworks whose examples the tests of the packages build and run.</summary>
    private static readonly string[] OtherFrameworks = ["using NUnit.Framework;", "using Microsoft.VisualStudio.TestTools.UnitTesting;"];

    private static string Page => File.ReadAllText(Repository.Folder("docs", "testing.md"));

    [Fact]
    public void Each_example_is_in_a_test()
    {
        var sources = Directory.EnumerateFiles(Repository.Folder("tests", "DynamoGen.Testing.Tests"), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Squeezed(File.ReadAllText(file))).ToList();
        var examples = Example().Matches(Page).Select(static match => Squeezed(match.Groups["code"].Value))
            .Where(static example => !OtherFrameworks.Any(framework => example.Contains(framework, StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(sources, source => source.Contains(example, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_table_has_each_fault() => Assert.Equal(
        Enum.GetNames<Fault>().Order(StringComparer.Ordinal),
        Row().Matches(Page).Select(static match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    /// <summary>Lines without what they are indented by, and without empty ones.</summary>
    private static string Squeezed(string code) =>
        string.Join('\n', code.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^\\| `(?<name>\\w+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
