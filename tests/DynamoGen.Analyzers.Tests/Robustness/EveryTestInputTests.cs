using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Robustness;

/// <summary>
/// The input of one rule's test is a test of all the others: none may throw on it. This covers the sources of every test project, those to come too.
/// </summary>
public sealed class EveryTestInputTests
{
    public static TheoryData<string> TestProjects() =>
        [.. Directory.EnumerateDirectories(Repository.Folder("tests")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(TestProjects))]
    public async Task Survives_every_source_in_the_tests(string project)
    {
        var files = Directory.GetFiles(Repository.Folder("tests", project), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "Snapshots"));
        var inputs = files.SelectMany(TestInputs.Of).Distinct().ToList();
        await Parallel.ForEachAsync(inputs, TestContext.Current.CancellationToken, async (input, _) => await Diagnosis.Of(input));
    }

    [Fact]
    public void Finds_the_sources_in_the_tests()
    {
        var inputs = TestInputs.Of(Repository.Folder("tests", "DynamoGen.Analyzers.Tests", "Robustness", "NoExceptionTests.cs")).ToList();
        Assert.Contains(inputs,
            input => input.Contains("[Entity<Missing>, Key(\"{Paid}\", \"x\")] public partial record Order(bool Paid);", StringComparison.Ordinal));
        Assert.Contains(inputs,
            input => input.EndsWith("using DynamoGen;\n[AllowScan] void M() => client.ScanAsync(new ScanRequest());", StringComparison.Ordinal));
    }
}
