using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using DynamoGen.Tests.Cultures.Child;

namespace DynamoGen.Tests.Cultures;

/// <summary>A run of some tests of this very executable in a process of its own, under one culture.</summary>
/// <param name="ExitCode">0 when every test passed.</param>
/// <param name="Passed">The names of the tests that passed, or skipped themselves.</param>
/// <param name="Output">What the run wrote, for errors.</param>
internal sealed record CultureRun(int ExitCode, IReadOnlyList<string> Passed, string Output)
{
    public const string Invariant = "invariant";

    private const string Variable = "DYNAMOGEN_TEST_CULTURE";

    /// <summary>The culture that this process should be a run under, or null when it is a run of all tests.</summary>
    public static string? Expected => Environment.GetEnvironmentVariable(Variable);

    /// <summary>How many cases of a property to try: a run under a culture has several beside it.</summary>
    public static int Cases(int all) => Expected is null ? all : all / 20;

    /// <summary>xUnit sets the culture of its own flows of execution; this sets that of all other threads.</summary>
    [ModuleInitializer]
    internal static void SetForAllThreads()
    {
        if (Expected is not null)
        {
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(Expected == Invariant ? string.Empty : Expected);
        }
    }

    /// <summary>Runs the sentinel and other tests.</summary>
    /// <param name="culture">A culture's name, or <see cref="Invariant"/>.</param>
    /// <param name="expected">The culture that the sentinel is to find.</param>
    /// <param name="endpoint">The server that the tests use.</param>
    /// <param name="filters">Options that name the other tests.</param>
    public static async Task<CultureRun> StartAsync(string culture, string expected, string endpoint, IEnumerable<string> filters)
    {
        Assert.True(Expected is null, "A run under a culture must not start another.");
        var results = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(Command(culture, expected, endpoint, results, filters))!;
            var stopped = TestContext.Current.CancellationToken;
            await using (stopped.Register(() => process.Kill(entireProcessTree: true)))
            {
                var output = process.StandardOutput.ReadToEndAsync(stopped);
                var errors = process.StandardError.ReadToEndAsync(stopped);
                var text = await output + await errors;
                await process.WaitForExitAsync(stopped);
                return new CultureRun(process.ExitCode, PassedIn(results), text);
            }
        }
        finally
        {
            File.Delete(results);
        }
    }

    private static ProcessStartInfo Command(string culture, string expected, string endpoint, string results, IEnumerable<string> filters)
    {
        var executable = Path.ChangeExtension(typeof(CultureRun).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        string[] arguments =
        [
            "-noLogo", "-noColor", "-culture", culture, "-explicit", "on", "-result-xml", results, "-namespace", typeof(CultureSentinel).Namespace!, .. filters,
        ];
        return new ProcessStartInfo(executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Variable] = expected, ["AWS_ENDPOINT_URL_DYNAMODB"] = endpoint },
        };
    }

    private static string[] PassedIn(string results) => new FileInfo(results).Length == 0
        ? []
        : [.. XDocument.Load(results).Descendants("test").Where(test => test.Attribute("result")?.Value is "Pass" or "Skip")
            .Select(test => test.Attribute("name")!.Value)];
}
