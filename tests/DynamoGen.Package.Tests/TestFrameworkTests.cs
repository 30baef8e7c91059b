using System.Text.RegularExpressions;

namespace DynamoGen.Package.Tests;

/// <summary>Somebody installs the package for tests beside NUnit or MSTest, and runs the test that docs/testing.md has for it.</summary>
public sealed partial class TestFrameworkTests(PackedTesting packed) : IClassFixture<PackedTesting>, IDisposable
{
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("dynamogen-tests-");

    public void Dispose() => _sources.Delete(recursive: true);

    [Fact]
    public Task A_test_by_NUnit_runs() =>
        PassesAsync("NUnitShop", "using NUnit.Framework;", "EnableNUnitRunner", ("NUnit", "4.6.1"), ("NUnit3TestAdapter", "6.3.1"));

    [Fact]
    public Task A_test_by_MSTest_runs() => PassesAsync(
        "MSTestShop",
        "using Microsoft.VisualStudio.TestTools.UnitTesting;",
        "EnableMSTestRunner",
        ("MSTest.TestFramework", "4.5.3"),
        ("MSTest.TestAdapter", "4.5.3"));

    /// <param name="name">The project's name.</param>
    /// <param name="framework">What the test of the page uses.</param>
    /// <param name="runner">The property that makes a program of the project.</param>
    /// <param name="packages">The packages of the framework.</param>
    private async Task PassesAsync(string name, string framework, string runner, params (string Name, string Version)[] packages)
    {
        var page = await File.ReadAllTextAsync(Repository.Folder("docs", "testing.md"));
        var test = Code().Matches(page).Select(block => block.Groups["code"].Value).Single(code => code.Contains(framework, StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(_sources.FullName, "OrderTests.cs"), "using DynamoGen.Testing.Tests;\n" + test);
        File.Copy(Repository.Folder("tests", "DynamoGen.Testing.Tests", "Shop.cs"), Path.Combine(_sources.FullName, "Shop.cs"));
        var project = packed.Package.CreateTests(name, _sources.FullName, packages);

        var (succeeded, said) = await project.BuildAsync($"{runner}=true", "TreatWarningsAsErrors=true");
        Assert.Empty(said);
        Assert.True(succeeded);

        var (exitCode, output) = await CommandLine.RunAsync(project.Folder, "run", "--no-build");
        Assert.True(exitCode == 0, output);
        Assert.Matches(Total(), output);
    }

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"total: 1\s+failed: 0\s+succeeded: 1")]
    private static partial Regex Total();
}
