using System.Globalization;
using System.Reflection;
using DynamoGen.Tests.Cultures.Child;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Cultures;

/// <summary>Nothing that is stored or read depends on the culture of the process.</summary>
public sealed class CultureTests(LocalServer server)
{
    /// <summary>The namespaces that are run, with all within them.</summary>
    private static readonly string[] Namespaces = ["DynamoGen.Tests.Serialization", "DynamoGen.Tests.Keys"];

    /// <summary>Takes long, and is about bytes.</summary>
    private const string LeftOut = "DynamoGen.Tests.Serialization.Fuzzing";

    [Fact]
    public void Cultures_are_there_to_be_run_under()
    {
        var isInvariantOnly = AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant;

        Assert.False(isInvariantOnly, "The process runs in the globalization-invariant mode, in which every culture is the invariant one.");
        Assert.True(12.5.ToString(CultureInfo.GetCultureInfo("de-DE")) == "12,5", "The data of cultures is missing: install ICU (libicu).");
    }

    [Theory]
    [InlineData(CultureRun.Invariant)]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Every_serialization_and_key_test_passes_under(string culture)
    {
        var run = await CultureRun.StartAsync(culture, culture, server.Endpoint,
            [.. Namespaces.SelectMany(name => (string[])["-namespace", $"{name}*"]), "-namespace-", $"{LeftOut}*"]);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains(run.Passed, name => name.StartsWith(typeof(CultureSentinel).FullName!, StringComparison.Ordinal));
        Assert.Equal([], Methods().Where(method => !run.Passed.Any(name => name == method || name.StartsWith($"{method}(", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(CultureRun.Invariant, "de-DE")]
    [InlineData("de-DE", "tr-TR")]
    public async Task A_run_that_is_not_under_its_culture_fails(string culture, string expected)
    {
        var run = await CultureRun.StartAsync(culture, expected, server.Endpoint, []);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Empty(run.Passed);
        Assert.Contains(nameof(CultureSentinel), run.Output);
    }

    /// <summary>The full names of the test methods that a run has, explicit ones aside.</summary>
    private static IEnumerable<string> Methods()
    {
        var methods =
            from type in typeof(CultureTests).Assembly.GetTypes()
            where Namespaces.Any(name => IsIn(type, name)) && !IsIn(type, LeftOut)
            from method in type.GetMethods()
            where method.GetCustomAttribute<FactAttribute>() is { Explicit: false, Skip: null }
            select $"{type.FullName}.{method.Name}";
        var names = methods.ToArray();
        Assert.True(names.Length > 100, "There are fewer tests than there were when this was written.");
        return names;
    }

    private static bool IsIn(Type type, string name) =>
        type.Namespace is { } own && (own == name || own.StartsWith($"{name}.", StringComparison.Ordinal));
}
