using System.Globalization;

namespace DynamoGen.Local;

/// <summary>A Java runtime that works, found in <c>JAVA_HOME</c> or on the <c>PATH</c>.</summary>
/// <param name="Path">The full path of <c>java</c>.</param>
/// <param name="Version">Its feature version, such as 17 or 25.</param>
/// <param name="Architecture">Its <c>os.arch</c>, such as <c>amd64</c> or <c>aarch64</c>.</param>
internal sealed record JavaRuntime(string Path, int Version, string Architecture)
{
    /// <summary>The module that lets Java run a program from its source.</summary>
    public const string CompilerModule = "jdk.compiler";

    private const int OldestVersion = 17;

    /// <summary>Finds a runtime; where there is none that serves, says why in <paramref name="missing"/>.</summary>
    public static async Task<JavaRuntime?> FindAsync(ProcessEnvironment environment, List<string> missing, CancellationToken cancellationToken)
    {
        var path = environment.GetVariable("JAVA_HOME") is { } home
            ? ProcessEnvironment.FindExecutable(System.IO.Path.Combine(home, "bin"), "java") ?? environment.FindExecutable("java")
            : environment.FindExecutable("java");
        if (path is null)
        {
            missing.Add($"Java {OldestVersion} or later: there is no 'java' in JAVA_HOME or on the PATH.");
            return null;
        }

        // Some systems put a 'java' on the PATH that only says where to get one, so it is run before it is trusted.
        var start = environment.Describe(path, System.IO.Path.GetTempPath(), ["-XshowSettings:properties", "-version"]);
        var run = await ToolRun.RunAsync(start, cancellationToken).ConfigureAwait(false);
        if (run.ExitCode != 0 || Property(run.Output, "java.specification.version") is not { } version)
        {
            missing.Add($"Java {OldestVersion} or later: '{path}' does not run (exit code {run.ExitCode}): {run.Output}");
            return null;
        }

        var runtime = new JavaRuntime(path, FeatureVersion(version), Property(run.Output, "os.arch") ?? "");
        if (runtime.Version < OldestVersion)
        {
            missing.Add($"Java {OldestVersion} or later: '{path}' is Java {version}.");
            return null;
        }

        return runtime;
    }

    /// <summary>Whether it can run a program from its source: every JDK can, and so do some systems' runtimes.</summary>
    public async Task<bool> HasCompilerAsync(ProcessEnvironment environment, CancellationToken cancellationToken)
    {
        var start = environment.Describe(Path, System.IO.Path.GetTempPath(), ["--describe-module", CompilerModule]);
        var run = await ToolRun.RunAsync(start, cancellationToken).ConfigureAwait(false);
        return run.ExitCode == 0;
    }

    private static string? Property(string output, string name) =>
        output.Split('\n')
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(pair => pair.Length == 2 && pair[0] == name)?[1];

    /// <summary>Java 8 calls itself 1.8, Java 9 and later 9.</summary>
    private static int FeatureVersion(string version)
    {
        var feature = version.StartsWith("1.", StringComparison.Ordinal) ? version.AsSpan(2) : version;
        return int.TryParse(feature, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
