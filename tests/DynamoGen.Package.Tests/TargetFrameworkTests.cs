using System.Text.RegularExpressions;

namespace DynamoGen.Package.Tests;

/// <summary>A project for which the package has no assembly: the one thing that its build says.</summary>
public sealed partial class TargetFrameworkTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [InlineData("netstandard2.0")]
    public async Task An_older_target_framework_is_refused_in_words(string framework)
    {
        var project = package.CreateFor(
            framework, $"Older{framework.Replace(".", "", StringComparison.Ordinal)}", Repository.Folder("samples", "GoodDesign"), ("DynamoGen", PackedPackage.Version));
        var (exitCode, output) = await project.PrintedBuildAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Equal(
            $"DynamoGen needs net10.0 or later; this project targets {framework}. Its rules alone, for any target framework, are the package DynamoGen.Analyzers.",
            Assert.Single(Errors().Matches(output).Select(match => match.Groups["text"].Value).Distinct()));
    }

    [GeneratedRegex(@"\b(error|warning)( \w+)? ?: (?<text>.+?) \[")]
    private static partial Regex Errors();
}
